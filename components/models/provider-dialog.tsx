"use client";

import { NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { baseUrlSchema, knownProvider, knownProviders, providerNameSchema, type ProviderProtocol } from "../../core/models/provider.ts";
import { firstIssue } from "../../core/text/first-issue.ts";
import { useApi } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { DialogForm } from "./dialog-form.tsx";
import { protocolLabel, providerRefusal } from "./provider-text.ts";
import type { Provider } from "./providers-box.tsx";

const ownAddress = "own";

/** Adds or changes a provider. Its stored key is never shown: an empty field keeps it, as long as the address stays. */
export function ProviderDialog({ provider, onClose }: { provider: Provider | null; onClose: () => void }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { kind: provider === null ? "anthropic" : (Object.keys(knownProviders).find((name) => name === provider.name) ?? ownAddress), name: provider?.name ?? "", baseUrl: provider?.baseUrl ?? "", apiKey: "" },
    validate: {
      name: (name, { kind }) => (kind === ownAddress ? issueOf(providerNameSchema.safeParse(name)) : null),
      baseUrl: (baseUrl, { kind }) => (kind !== ownAddress && baseUrl === "" ? null : issueOf(baseUrlSchema.safeParse(baseUrl))),
    },
  });
  const { send, isSending } = useSend(
    api.models.setProvider.mutationOptions({
      onSuccess: async (outcome, { name }) => {
        await queryClient.invalidateQueries(api.models.pathFilter());
        if (!outcome.ok) return toastFailed(`${name} was not kept`, providerRefusal[outcome.reason]);
        toastDone(`${name} is set up.`);
        onClose();
      },
    }),
  );
  const { kind, baseUrl } = form.values;
  const known = knownProvider(kind);
  const isMoved = provider !== null && provider.hasKey && baseUrl.replace(/\/+$/, "") !== provider.baseUrl;
  return (
    <DialogForm
      title={provider === null ? "Add a provider" : `Change ${provider.name}`}
      isSending={isSending}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => {
        const protocol: ProviderProtocol = known?.protocol ?? "openai-compatible";
        send({
          name: known === null ? values.name.trim() : values.kind,
          protocol,
          baseUrl: values.baseUrl.trim() === "" ? (known?.baseUrl ?? "") : values.baseUrl,
          apiKey: values.apiKey === "" ? { keep: true } : { set: values.apiKey },
        });
      })}
    >
      {provider === null && (
        <NativeSelect
          label="Provider"
          data={[
            { value: "anthropic", label: "Anthropic" },
            { value: "openai", label: "OpenAI" },
            { value: "google", label: "Google" },
            { value: ownAddress, label: "Another that speaks OpenAI’s chat completions" },
          ]}
          {...form.getInputProps("kind")}
        />
      )}
      {provider === null && kind === ownAddress && <TextInput label="Name" description="In front of the colon of provider:model, such as ollama." {...form.getInputProps("name")} />}
      <TextInput
        label="Address"
        description={known === null ? "Such as http://127.0.0.1:11434/v1 for an Ollama on this machine." : `${protocolLabel[known.protocol]}. Empty for the provider’s own.`}
        placeholder={known?.baseUrl}
        inputMode="url"
        {...form.getInputProps("baseUrl")}
      />
      <PasswordInput label="Key" description={keyHint(provider, isMoved)} autoComplete="off" visibilityToggleButtonProps={{ "aria-label": "Show the key" }} {...form.getInputProps("apiKey")} />
    </DialogForm>
  );
}

function keyHint(provider: Provider | null, isMoved: boolean): string {
  if (isMoved) return "With another address, the key is entered again: the one that is kept doesn’t go there.";
  if (provider?.hasKey === true) return "One is kept and never shown. Leave this empty to keep it.";
  return "Kept encrypted and never shown again. Empty for a provider that wants none.";
}

function issueOf(parsed: ReturnType<typeof baseUrlSchema.safeParse>): string | null {
  return parsed.success ? null : firstIssue(parsed.error);
}
