import { CopyButton, Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import type { Graph } from "../../core/workflow/graph.ts";
import { useViewRead } from "./reading-log.tsx";
import classes from "./definition-view.module.css";

/** The raw definition, as it would be written into a file; positions left out. */
export function DefinitionView({ graph }: { graph: Graph }) {
  useViewRead("definition");
  const { layout: _, ...meaning } = graph;
  const text = JSON.stringify(meaning, null, 2);
  return (
    <div className={classes.view}>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" leftSection={<IconCopy size={14} stroke={1.9} />} onClick={copy}>
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
      <pre className={classes.text}>{text}</pre>
    </div>
  );
}
