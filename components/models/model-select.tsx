import { NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ModelPlace } from "../../core/models/model-place.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";

const refusalText = {
  "not-available": "This installation can’t speak to that model any more. Reload the page for what there is.",
  "set-by-environment": "The environment chooses this model. Take its variable away first.",
} as const;

interface ModelSelectProps {
  place: ModelPlace;
  /** Of the role whose place it is: it doesn't take over from itself. */
  except: string | null;
  /** What no choice means. */
  none: string;
  setting: ApiOutput["models"]["list"][number]["setting"];
}

/** Chooses one model for the whole installation. */
export function ModelSelect({ place, except, none, setting }: ModelSelectProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const available = useQuery(api.models.available.queryOptions());
  const { send, isSending } = useSend(
    api.models.choose.mutationOptions({
      onSuccess: async (outcome) => {
        await queryClient.invalidateQueries(api.models.pathFilter());
        if (outcome.ok) toastDone("The choice is kept.");
        else toastFailed("Nothing was chosen", refusalText[outcome.reason]);
      },
    }),
  );
  const names = (available.data ?? []).map(({ model }) => model).filter((name) => name !== except);
  return (
    <NativeSelect
      size="sm"
      aria-label={`Model: ${place}`}
      value={setting?.model ?? ""}
      disabled={isSending || available.data === undefined}
      onChange={(event) => send({ place, model: event.currentTarget.value === "" ? null : event.currentTarget.value })}
      data={[
        { value: "", label: none },
        ...names.map((name) => ({ value: name, label: name })),
        ...(setting === null || names.includes(setting.model) ? [] : [{ value: setting.model, label: `${setting.model} (not there any more)` }]),
      ]}
    />
  );
}
