"use client";

import { Button, Group, Table } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KnownModelFact, ModelFact } from "../../core/models/model-fact.ts";
import { Box, BoxBody } from "../parts/box.tsx";
import { useApi } from "../shell/api.ts";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { FactDialog } from "./fact-dialog.tsx";
import note from "./offline-note.module.css";
import classes from "./facts-box.module.css";

const removalRefusal = {
  chosen: "It is chosen for a role. Choose another there first.",
  "not-found": "Somebody has removed it already.",
} as const;

/** Models that can be chosen for roles, with what no provider tells of them: how much they take at once, and what they cost. */
export function FactsBox({ facts, names }: { facts: readonly KnownModelFact[]; names: readonly string[] }) {
  const [edited, setEdited] = useState<ModelFact | "new" | null>(null);
  const api = useApi();
  const queryClient = useQueryClient();
  const { send, isSending } = useSend(
    api.models.removeFact.mutationOptions({
      onSuccess: async (outcome, { model }) => {
        await queryClient.invalidateQueries(api.models.pathFilter());
        if (outcome.ok) toastDone(`${model} is removed.`);
        else toastFailed(`${model} was not removed`, removalRefusal[outcome.reason]);
      },
    }),
  );
  return (
    <Box
      title="Models of providers"
      aside={facts.length}
      action={
        <Button size="xs" onClick={() => setEdited("new")}>
          Enter a model
        </Button>
      }
    >
      {facts.length === 0 ? (
        <BoxBody>
          <p className={note.words}>
            A model entered here can be chosen for roles. Enter what it takes at once and what it costs, too, with where you looked the price up: no protocol
            tells. Until then costs are shown as unknown, and nothing is cut to fit.
          </p>
        </BoxBody>
      ) : (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Model</Table.Th>
              <Table.Th className={classes.number}>Window</Table.Th>
              <Table.Th className={classes.number}>In, $/M</Table.Th>
              <Table.Th className={classes.number}>Cached, $/M</Table.Th>
              <Table.Th className={classes.number}>Out, $/M</Table.Th>
              <Table.Th className={classes.action} aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {facts.map((fact) => (
              <Table.Tr key={fact.model}>
                <Table.Td>
                  <p className={classes.model}>{fact.model}</p>
                  <p className={classes.small}>{fact.price === null ? "Price not known" : `${fact.price.source}, ${fact.price.asOf}`}</p>
                  {fact.takesForm && <p className={classes.small}>Keeps to a form that goes along with a question, as its test found</p>}
                </Table.Td>
                <Table.Td className={classes.number} data-label="Window">
                  {fact.contextTokens?.toLocaleString("en") ?? "unknown"}
                </Table.Td>
                <Table.Td className={classes.number} data-label="In">
                  {dollars(fact.price?.inputMicroUsd)}
                </Table.Td>
                <Table.Td className={classes.number} data-label="Cached">
                  {dollars(fact.price?.cachedInputMicroUsd ?? fact.price?.inputMicroUsd)}
                </Table.Td>
                <Table.Td className={classes.number} data-label="Out">
                  {dollars(fact.price?.outputMicroUsd)}
                </Table.Td>
                <Table.Td className={classes.action}>
                  <Group gap={8} justify="flex-end">
                    <Button size="xs" onClick={() => setEdited(fact)} aria-label={`Change ${fact.model}`}>
                      Change
                    </Button>
                    <Button size="xs" disabled={isSending} onClick={() => send({ model: fact.model })} aria-label={`Remove ${fact.model}`}>
                      Remove
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {edited !== null && <FactDialog fact={edited === "new" ? null : edited} names={names} onClose={() => setEdited(null)} />}
    </Box>
  );
}

function dollars(microUsd: number | undefined): string {
  return microUsd === undefined ? "unknown" : (microUsd / 1_000_000).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 6 });
}
