import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { decodeText, maxUploadBytes } from "../../core/sources/source-schema.ts";
import { useApi } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { byteText } from "./byte-text.ts";

const refusalText = {
  "not-text": "is not UTF-8 text. Save it as text or Markdown first.",
  "too-large": `is larger than ${byteText(maxUploadBytes)}. Split it into several files.`,
  "not-found": "has no collection to go to any more. Reload the page.",
  "read-only": "can’t be added here: this collection follows an installed package.",
} as const;

type Refusal = keyof typeof refusalText;

/** Sends files to a collection one by one; what is refused doesn't keep the others from going. */
export function useUpload(collectionId: string) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<{ at: number; of: number } | null>(null);
  const { mutateAsync } = useMutation(
    api.sources.upload.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(api.sources.pathFilter()) }),
  );

  const send = async (file: File): Promise<Refusal | null> => {
    if (file.size > maxUploadBytes) return "too-large";
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    if (text === null) return "not-text";
    const outcome = await mutateAsync({ collectionId, path: file.name, text });
    return outcome.ok ? null : outcome.reason;
  };

  const upload = async (files: readonly File[]) => {
    const complaints: string[] = [];
    let added = 0;
    for (const [index, file] of files.entries()) {
      setProgress({ at: index + 1, of: files.length });
      try {
        const refusal = await send(file);
        if (refusal === null) added += 1;
        else complaints.push(`${file.name} ${refusalText[refusal]}`);
      } catch {
        // Whatever keeps one from being sent keeps the rest too; it was told, with a way to try again.
        break;
      }
    }
    setProgress(null);
    if (added > 0) toastDone(added === 1 ? "1 file was added." : `${added} files were added.`);
    if (complaints.length > 0) toastFailed(complaints.length === 1 ? "1 file was not added" : `${complaints.length} files were not added`, complaints.join(" "));
  };

  return { upload, progress };
}
