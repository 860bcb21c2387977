import { modals } from "@mantine/modals";
import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";

const refusalText = {
  "not-found": "It is not there. Reload the page.",
  "read-only": "It follows an installed package and can’t be removed here.",
  gone: "Somebody removed it before you.",
} as const;

/** Asks before a document or a collection is taken away, and says what stays. */
export function useRemoval() {
  const api = useApi();
  const queryClient = useQueryClient();
  const told = (done: string) => async (outcome: { ok: true } | { ok: false; reason: keyof typeof refusalText }) => {
    await queryClient.invalidateQueries(api.sources.pathFilter());
    if (outcome.ok) toastDone(done);
    else toastFailed("Nothing was removed", refusalText[outcome.reason]);
  };
  const source = useSend(api.sources.remove.mutationOptions({ onSuccess: told("The document was removed.") }));
  const collection = useSend(api.sources.removeCollection.mutationOptions({ onSuccess: told("The collection was removed.") }));
  const ask = (title: string, text: string, onConfirm: () => void) =>
    modals.openConfirmModal({
      title,
      children: text,
      labels: { confirm: "Remove", cancel: "Cancel" },
      confirmProps: { variant: "default", "data-danger": true },
      onConfirm,
    });
  const stays = "stays at its address, because evidence may rest on it.";
  return {
    isRemoving: source.isSending || collection.isSending,
    removeSource: ({ id, path }: { id: string; path: string }) =>
      ask(`Remove ${path}?`, `Search and new runs find it no longer. Its text ${stays} Adding the same file brings it back.`, () => source.send({ sourceId: id })),
    removeCollection: ({ id, name }: { id: string; name: string }) =>
      ask(`Remove the collection ${name}?`, `Search and new runs find its documents no longer. Each text ${stays} Briefs that name it find nothing in it.`, () =>
        collection.send({ collectionId: id }),
      ),
  };
}
