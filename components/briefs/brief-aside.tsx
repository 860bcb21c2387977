"use client";

import { useQuery } from "@tanstack/react-query";
import { Box, BoxBody } from "../parts/box.tsx";
import { useApi } from "../shell/api.ts";
import classes from "./brief-aside.module.css";

const steps = [
  { title: "A plan is written", text: "You watch it grow. Nothing runs yet." },
  { title: "It is checked and reviewed", text: "By rules that need no model. An error blocks approval." },
  { title: "Someone approves it", text: "A reviewer or an admin, on exactly what is shown, signed by this installation." },
  { title: "It runs, and its result is audited", text: "Every claim of the report leads to its quote in a source." },
];

/** Beside the form: what happens next, and which models serve. */
export function BriefAside() {
  const api = useApi();
  const models = useQuery(api.models.list.queryOptions());
  return (
    <aside className={classes.aside} aria-label="Before you start">
      <Box title="What happens next">
        <BoxBody>
          <ol className={classes.steps}>
            {steps.map(({ title, text }, index) => (
              <li key={title}>
                <span className={classes.number} aria-hidden="true">
                  {index + 1}
                </span>
                <span>
                  <b>{title}</b>
                  <span className={classes.text}>{text}</span>
                </span>
              </li>
            ))}
          </ol>
        </BoxBody>
      </Box>
      {models.data !== undefined && (
        <Box title="Models by role">
          <BoxBody>
            <dl className={classes.models}>
              {models.data.map(({ role, model }) => (
                <div key={role}>
                  <dt>{role}</dt>
                  <dd>{model}</dd>
                </div>
              ))}
            </dl>
            {models.data.some(({ isOffline }) => isOffline) && (
              <p className={classes.text}>The offline model plans by templates and answers by quoting. It is not a language model.</p>
            )}
          </BoxBody>
        </Box>
      )}
    </aside>
  );
}
