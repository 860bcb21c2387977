/** The name of the log that tells when what a collection holds has changed. */
export const sourceTopic = "sources";

/** One entry of that log. What the collection holds now is asked for: an entry a document would say less and weigh more. */
export interface SourceNews {
  collectionId: string;
}
