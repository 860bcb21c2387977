"use client";

import { Autocomplete, Button } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconHelpCircle, type Icon } from "@tabler/icons-react";
import { useState } from "react";
import type { ConnectionCheck, ConnectionReport } from "../../core/models/connection-report.ts";
import { modelNameSchema } from "../../core/models/model-name.ts";
import { firstIssue } from "../../core/text/first-issue.ts";
import { Box, BoxBody } from "../parts/box.tsx";
import { useApi } from "../shell/api.ts";
import { useSend } from "../shell/use-send.ts";
import classes from "./connection-box.module.css";

const checkLabel: Record<ConnectionCheck["check"], string> = {
  answers: "Answers",
  streaming: "Streams",
  usage: "Counts tokens",
  tools: "Calls tools",
  structured: "Keeps to a form",
  window: "Window",
};

const stateIcon: Record<ConnectionCheck["state"], { icon: Icon; word: string }> = {
  works: { icon: IconCircleCheck, word: "works" },
  fails: { icon: IconCircleX, word: "fails" },
  unknown: { icon: IconHelpCircle, word: "not known" },
};

/** Calls a model for real and shows what works. */
export function ConnectionBox({ names }: { names: readonly string[] }) {
  const api = useApi();
  const [model, setModel] = useState("");
  const [issue, setIssue] = useState<string | null>(null);
  const { send, isSending, data } = useSend(api.models.test.mutationOptions());
  const test = () => {
    const parsed = modelNameSchema.safeParse(model);
    setIssue(parsed.success ? null : firstIssue(parsed.error));
    if (parsed.success) send({ model: parsed.data });
  };
  return (
    <Box title="Test connection">
      <BoxBody>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            test();
          }}
        >
          <Autocomplete className={classes.model} label="Model" description="As provider:model. It is called three or four times, which costs what such calls cost." data={[...names]} value={model} onChange={setModel} error={issue} />
          <Button type="submit" size="sm" loading={isSending}>
            Test
          </Button>
        </form>
        <div aria-live="polite">{isSending ? <p className={classes.note}>Asking the model. A slow one takes a minute or two.</p> : data !== undefined && <Report report={data} />}</div>
      </BoxBody>
    </Box>
  );
}

function Report({ report: { model, durationMs, checks, failure } }: { report: ConnectionReport }) {
  return (
    <div className={classes.report}>
      <p className={classes.note}>
        <code>{model}</code>, {(durationMs / 1_000).toLocaleString("en", { maximumFractionDigits: 1 })} s
      </p>
      {failure !== null && (
        <p className={classes.failure} role="alert">
          {failure.message} {failure.advice}
        </p>
      )}
      <ul className={classes.checks}>
        {checks.map(({ check, state, detail }) => {
          const { icon: StateIcon, word } = stateIcon[state];
          return (
            <li key={check} data-state={state}>
              <StateIcon size={16} stroke={1.75} aria-hidden />
              <b>{checkLabel[check]}</b>
              <span className={classes.word}>{word}</span>
              <span className={classes.detail}>{detail}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
