/** What a model is told, whatever it is asked. The version goes with every call that used it, and changes with the text. */
export interface Prompt {
  version: string;
  instructions: string;
}
