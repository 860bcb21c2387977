"use client";

import { Button, Kbd, Menu, NumberInput, SegmentedControl, TagsInput, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconChevronDown } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import type { Brief } from "../../core/brief/brief.ts";
import { PageHead } from "../parts/page-head.tsx";
import { useApi } from "../shell/api.ts";
import { useKeptValue } from "../shell/kept-value.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import classes from "./brief-form.module.css";
import { BriefRow, BriefSheet } from "./brief-sheet.tsx";
import { CollectionPicker } from "./collection-picker.tsx";
import { RequirementTable } from "./requirement-table.tsx";
import { briefIssues, briefToSend, emptyBrief, isSameBrief, typedBriefSchema, typedFrom, type TypedBrief } from "./typed-brief.ts";

interface BriefFormProps {
  /** The version that is changed into the next one; null for a new brief. */
  base: { briefId: string; number: number; next: number; content: Brief } | null;
  aside: ReactNode;
}

/** A brief to be written: question, requirements, scope, budget and sources on one page. */
export function BriefForm({ base, aside }: BriefFormProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const router = useRouter();
  const untouched = base === null ? emptyBrief() : typedFrom(base.content);
  const { value: typed, change, forget, isKept } = useKeptValue(base === null ? "brief" : `brief.${base.briefId}.${base.number}`, typedBriefSchema, untouched);
  const [isTried, setTried] = useState(false);
  const examples = useQuery(api.workflows.examples.queryOptions(undefined, { staleTime: Infinity }));
  const collections = useQuery(api.sources.collections.queryOptions());
  const issues = isTried ? briefIssues(typed) : {};
  const { send, isSending, data: answer } = useSend(
    api.workflows.create.mutationOptions({
      onSuccess: (outcome) => {
        if (!outcome.ok && outcome.reason === "not-here") {
          void queryClient.invalidateQueries({ queryKey: api.sources.collections.queryKey() });
          return toastFailed("The brief opens what isn't here", "What you typed is kept. Take out what is marked in red, then send it again.");
        }
        if (!outcome.ok) return toastFailed("The brief is gone", "What you typed is kept in this browser. Copy it into a new brief.");
        forget();
        void queryClient.invalidateQueries({ queryKey: api.workflows.briefVersions.pathKey() });
        router.push(`/workflows/${outcome.workflowId}`);
      },
    }),
  );
  const missingTools = answer?.ok === false && answer.reason === "not-here" ? answer.missing.tools.filter((name) => typed.scope.tools.includes(name)) : [];
  const submit = async () => {
    setTried(true);
    if (Object.keys(briefIssues(typed)).length > 0) return;
    // Ctrl+Enter may be quicker than the list; without one, its own place says why.
    const { data } = collections.data === undefined ? await collections.refetch({ cancelRefetch: false }) : collections;
    if (data !== undefined) send({ brief: briefToSend(typed, data.map(({ name }) => name)), briefId: base?.briefId ?? null });
  };
  useKeyBinding({ keys: ["Enter"], mod: true, label: "Write a plan", group: "This page", run: () => void submit() });
  const setScope = (scope: Partial<TypedBrief["scope"]>) => change({ ...typed, scope: { ...typed.scope, ...scope } });
  const setBudget = (name: keyof TypedBrief["budget"], factor: number) => (value: string | number) =>
    change({ ...typed, budget: { ...typed.budget, [name]: Math.round(Number(value) * factor) } });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PageHead title={base === null ? "New brief" : `Brief, version ${base.number}`} aside={asideText(typed, base, isKept)}>
        {base === null && (
          <Menu position="bottom-end" width={360}>
            <Menu.Target>
              <Button size="md" rightSection={<IconChevronDown size={14} stroke={1.9} />} disabled={examples.data === undefined}>
                Start from an example
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {examples.data?.map(({ id, title, summary, brief }) => (
                <Menu.Item key={id} onClick={() => change(typedFrom(brief))}>
                  <span className={classes.example}>{title}</span>
                  <span className={classes.summary}>{summary}</span>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {base === null ? (
          <Button size="md" onClick={() => change(emptyBrief(typed.scope.collections))}>
            Clear
          </Button>
        ) : (
          isKept && (
            <Button
              size="md"
              onClick={() => {
                change(untouched);
                forget();
              }}
            >
              Discard changes
            </Button>
          )
        )}
        <Button size="md" variant="filled" type="submit" loading={isSending || collections.isPending} rightSection={<Kbd className={classes.kbd}>Ctrl ↵</Kbd>}>
          Write a plan
        </Button>
      </PageHead>
      <BriefSheet aside={aside}>
        <BriefRow title="Question" hint="It goes to every worker word for word.">
          <Textarea
            aria-label="Question"
            autosize
            minRows={2}
            maxRows={12}
            maxLength={4_000}
            placeholder="What do you want to know?"
            value={typed.question}
            onChange={(event) => change({ ...typed, question: event.currentTarget.value })}
            error={issues.question}
            autoFocus={base === null}
          />
        </BriefRow>
        <BriefRow title="Requirements" hint="What the answer must cover. A plan that leaves one out has an error; a critical one left unanswered fails the audit.">
          <RequirementTable requirements={typed.requirements} onChange={(requirements) => change({ ...typed, requirements })} error={issues.requirements} />
        </BriefRow>
        <BriefRow title="Scope" hint="What the run may use. Anything else is refused and recorded.">
          <div className={classes.scope}>
            <div>
              <p className={classes.label} id="effects">
                Effects
              </p>
              <SegmentedControl
                aria-labelledby="effects"
                data={[
                  { value: "read-only", label: "Read-only" },
                  { value: "may-write", label: "May write" },
                ]}
                value={typed.scope.effects}
                onChange={(effects) => setScope({ effects })}
              />
            </div>
            <TagsInput size="sm" className={classes.wide} label="Tools" value={typed.scope.tools} onChange={(tools) => setScope({ tools })} error={issues["scope.tools"] ?? (missingTools.length === 0 ? undefined : `Not here: ${missingTools.join(", ")}. Take ${missingTools.length === 1 ? "it" : "them"} out.`)} />
            <TagsInput size="sm" className={classes.grow} label="Web domains" placeholder={typed.scope.domains.length === 0 ? "none" : ""} value={typed.scope.domains} onChange={(domains) => setScope({ domains })} error={issues["scope.domains"]} />
          </div>
        </BriefRow>
        <BriefRow title="Budget" hint="Reserved before each call. At the limit the run asks.">
          <div className={classes.budget}>
            <NumberInput label="Cost" prefix="$" decimalScale={2} fixedDecimalScale min={0} value={typed.budget.maxCostMicroUsd / 1_000_000} onChange={setBudget("maxCostMicroUsd", 1_000_000)} error={issues["budget.maxCostMicroUsd"]} />
            <NumberInput label="Tokens" thousandSeparator="," min={1} value={typed.budget.maxTokens} onChange={setBudget("maxTokens", 1)} error={issues["budget.maxTokens"]} />
            <NumberInput label="Minutes" min={1} value={typed.budget.maxMinutes} onChange={setBudget("maxMinutes", 1)} error={issues["budget.maxMinutes"]} />
            <NumberInput label="Agents" min={1} value={typed.budget.maxAgents} onChange={setBudget("maxAgents", 1)} error={issues["budget.maxAgents"]} />
            <NumberInput label="At once" min={1} value={typed.budget.maxParallel} onChange={setBudget("maxParallel", 1)} error={issues["budget.maxParallel"]} />
          </div>
        </BriefRow>
        <BriefRow title="Sources" hint="Collections that the run may search and quote.">
          <CollectionPicker chosen={typed.scope.collections ?? collections.data?.map(({ name }) => name) ?? []} onChange={(chosen) => setScope({ collections: chosen })} />
        </BriefRow>
      </BriefSheet>
    </form>
  );
}

function asideText(typed: TypedBrief, base: BriefFormProps["base"], isKept: boolean): string | undefined {
  const kept = isKept ? "Kept in this browser" : undefined;
  if (base === null) return kept;
  if (isSameBrief(typed, base.content)) return "Changes make a version of their own; this one stays";
  return `Becomes version ${base.next} with a plan of its own`;
}
