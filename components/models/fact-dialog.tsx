"use client";

import { Autocomplete, NumberInput, SimpleGrid, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { modelFactSchema, type ModelFact } from "../../core/models/model-fact.ts";
import { modelNameSchema } from "../../core/models/model-name.ts";
import { firstIssue } from "../../core/text/first-issue.ts";
import { useApi } from "../shell/api.ts";
import { toastDone } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { DialogForm } from "./dialog-form.tsx";

type Amount = number | "";

/** Enters what is known of a model. A price says when and where it was looked up. */
export function FactDialog({ fact, names, onClose }: { fact: ModelFact | null; names: readonly string[]; onClose: () => void }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const price = fact?.price ?? null;
  const form = useForm({
    initialValues: {
      model: fact?.model ?? "",
      contextTokens: (fact?.contextTokens ?? "") as Amount,
      input: inDollars(price?.inputMicroUsd),
      cached: inDollars(price?.cachedInputMicroUsd),
      written: inDollars(price?.cacheWriteMicroUsd),
      output: inDollars(price?.outputMicroUsd),
      asOf: price?.asOf ?? "",
      source: price?.source ?? "",
    },
    validate: {
      model: (model) => {
        const parsed = modelNameSchema.safeParse(model);
        return parsed.success ? null : firstIssue(parsed.error);
      },
      output: (output, { input }) => ((output === "") === (input === "") ? null : "A price has both, in and out."),
      asOf: (asOf, { input }) => (input === "" || /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? null : "The day you looked it up."),
      source: (source, { input }) => (input === "" || source.trim() !== "" ? null : "Where you looked it up."),
    },
  });
  const { send, isSending } = useSend(
    api.models.setFact.mutationOptions({
      onSuccess: async (_, { model }) => {
        await queryClient.invalidateQueries(api.models.pathFilter());
        toastDone(`${model} is kept.`);
        onClose();
      },
    }),
  );
  return (
    <DialogForm
      title={fact === null ? "Enter a model" : `Change ${fact.model}`}
      isSending={isSending}
      onClose={onClose}
      onSubmit={form.onSubmit(({ model, contextTokens, input, cached, written, output, asOf, source }) => {
        const [inputMicroUsd, outputMicroUsd] = [inMicro(input), inMicro(output)];
        const priced = inputMicroUsd === null || outputMicroUsd === null ? null : { inputMicroUsd, cachedInputMicroUsd: inMicro(cached), cacheWriteMicroUsd: inMicro(written), outputMicroUsd, asOf, source };
        const parsed = modelFactSchema.safeParse({ model, contextTokens: contextTokens === "" ? null : contextTokens, price: priced });
        if (parsed.success) send(parsed.data);
        else form.setFieldError("contextTokens", firstIssue(parsed.error));
      })}
    >
      <Autocomplete label="Model" description="As provider:model." data={[...names]} disabled={fact !== null} {...form.getInputProps("model")} />
      <NumberInput label="Window" description="Tokens it takes in and gives out together. Empty when not known." min={1_000} step={1_000} thousandSeparator="," allowDecimal={false} {...form.getInputProps("contextTokens")} />
      <SimpleGrid cols={2} spacing={12}>
        <NumberInput label="In" description="$ a million tokens" min={0} decimalScale={6} {...form.getInputProps("input")} />
        <NumberInput label="Out" description="$ a million tokens" min={0} decimalScale={6} {...form.getInputProps("output")} />
        <NumberInput label="In, from the cache" description="Empty for the same as in" min={0} decimalScale={6} {...form.getInputProps("cached")} />
        <NumberInput label="In, into the cache" description="Empty for the same as in" min={0} decimalScale={6} {...form.getInputProps("written")} />
      </SimpleGrid>
      <TextInput label="Looked up on" type="date" {...form.getInputProps("asOf")} />
      <TextInput label="Where" description="Such as the address of the provider’s price page." {...form.getInputProps("source")} />
    </DialogForm>
  );
}

function inDollars(microUsd: number | null | undefined): Amount {
  return microUsd === null || microUsd === undefined ? "" : microUsd / 1_000_000;
}

function inMicro(dollars: Amount): number | null {
  return dollars === "" ? null : Math.round(dollars * 1_000_000);
}
