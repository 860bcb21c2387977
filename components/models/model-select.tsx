import { NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { modelRoleLabel } from "./model-role-text.ts";

const refusalText = {
  "not-available": "This installation can’t speak to that model any more. Reload the page for what there is.",
  "set-by-environment": "The environment chooses this role’s model. Take its variable away first.",
} as const;

/** Chooses the model of one role for the whole installation. */
export function ModelSelect({ role, setting }: Pick<ApiOutput["models"]["list"][number], "role" | "setting">) {
  const api = useApi();
  const queryClient = useQueryClient();
  const available = useQuery(api.models.available.queryOptions());
  const { send, isSending } = useSend(
    api.models.choose.mutationOptions({
      onSuccess: async (outcome) => {
        await queryClient.invalidateQueries(api.models.pathFilter());
        if (outcome.ok) toastDone(`${modelRoleLabel[role]}: the choice is kept.`);
        else toastFailed("Nothing was chosen", refusalText[outcome.reason]);
      },
    }),
  );
  const names = available.data?.map(({ model }) => model) ?? [];
  return (
    <NativeSelect
      size="sm"
      aria-label={`Model of the ${role} role`}
      value={setting?.model ?? ""}
      disabled={isSending || available.data === undefined}
      onChange={(event) => send({ role, model: event.currentTarget.value === "" ? null : event.currentTarget.value })}
      data={[
        { value: "", label: "Default" },
        ...names.map((name) => ({ value: name, label: name })),
        ...(setting === null || names.includes(setting.model) ? [] : [{ value: setting.model, label: `${setting.model} (not there any more)` }]),
      ]}
    />
  );
}
