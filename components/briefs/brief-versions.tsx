import Link from "next/link";
import { Box } from "../parts/box.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import type { ApiOutput } from "../shell/api.ts";
import classes from "./brief-versions.module.css";

type Version = ApiOutput["workflows"]["briefVersions"][number];

/** Every version of a brief, the newest first, each with the plans that were written from it. */
export function BriefVersions({ versions, shown }: { versions: readonly Version[]; shown: number }) {
  return (
    <Box title="Versions" aside={versions.length}>
      <ol>
        {versions.map(({ id, number, createdAt, workflows }) => (
          <li key={id} className={classes.version} data-shown={number === shown || undefined}>
            <p>
              <Link className={classes.link} href={`?version=${number}`} aria-current={number === shown ? "true" : undefined}>
                Version {number}
              </Link>{" "}
              <span className={classes.when}>
                <RelativeTime at={createdAt} />
              </span>
            </p>
            <ul>
              {workflows.map((workflow) => (
                <li key={workflow.id} className={classes.plan}>
                  <Link className={classes.link} href={`/workflows/${workflow.id}`}>
                    <bdi>{workflow.title}</bdi>
                  </Link>
                  <span className={classes.when}>
                    Plan for <bdi>{workflow.createdByName}</bdi>, <RelativeTime at={workflow.createdAt} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Box>
  );
}
