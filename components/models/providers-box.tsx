"use client";

import { Badge, Button, Group, Table } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Box, BoxBody } from "../parts/box.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { ProviderDialog } from "./provider-dialog.tsx";
import { protocolLabel, providerRefusal } from "./provider-text.ts";
import note from "./offline-note.module.css";
import classes from "./providers-box.module.css";

export type Provider = ApiOutput["models"]["settings"]["providers"][number];

/** Providers that models can be asked at; of their keys only whether there is one. */
export function ProvidersBox({ providers }: { providers: readonly Provider[] }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [edited, setEdited] = useState<Provider | "new" | null>(null);
  const { send, isSending } = useSend(
    api.models.removeProvider.mutationOptions({
      onSuccess: async (outcome, { name }) => {
        await queryClient.invalidateQueries(api.models.pathFilter());
        if (outcome.ok) toastDone(`${name} is removed.`);
        else toastFailed(`${name} was not removed`, providerRefusal[outcome.reason]);
      },
    }),
  );
  return (
    <Box
      title="Providers"
      aside={providers.length}
      action={
        <Button size="xs" onClick={() => setEdited("new")}>
          Add a provider
        </Button>
      }
    >
      {providers.length === 0 ? (
        <BoxBody>
          <p className={note.words}>No provider is set up. Add one with its address and key, or an Ollama on this machine, and its models can serve roles.</p>
        </BoxBody>
      ) : (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.name}>Provider</Table.Th>
              <Table.Th>Address</Table.Th>
              <Table.Th className={classes.key}>Key</Table.Th>
              <Table.Th className={classes.actions} aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {providers.map((provider) => (
              <Table.Tr key={provider.name}>
                <Table.Td className={classes.name}>
                  <p className={classes.strong}>{provider.name}</p>
                  <p className={classes.small}>{protocolLabel[provider.protocol]}</p>
                </Table.Td>
                <Table.Td className={classes.address}>{provider.baseUrl}</Table.Td>
                <Table.Td className={classes.key}>
                  <KeyState provider={provider} />
                </Table.Td>
                <Table.Td className={classes.actions}>
                  {provider.isInEnvironment ? (
                    <span className={classes.small}>Set by the environment</span>
                  ) : (
                    <Group gap={8} justify="flex-end">
                      <Button size="xs" onClick={() => setEdited(provider)} aria-label={`Change ${provider.name}`}>
                        Change
                      </Button>
                      <Button size="xs" disabled={isSending} onClick={() => send({ name: provider.name })} aria-label={`Remove ${provider.name}`}>
                        Remove
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {edited !== null && <ProviderDialog provider={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Box>
  );
}

function KeyState({ provider: { hasKey, isKeyUnreadable } }: { provider: Provider }) {
  if (isKeyUnreadable) return <Badge color="red">Can’t be read</Badge>;
  return hasKey ? <Badge>Set</Badge> : <span className={classes.small}>None</span>;
}
