import { CopyButton, Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import type { Graph } from "../../core/workflow/graph.ts";
import { JsonText } from "../parts/json-text.tsx";
import { useViewRead } from "./reading-log.tsx";
import classes from "./definition-view.module.css";

/** The raw definition, as it would be written into a file; positions left out. */
export function DefinitionView({ graph }: { graph: Graph }) {
  useViewRead("definition");
  const { layout: _, ...meaning } = graph;
  return <DefinitionText definition={meaning} />;
}

/** Something of a definition as JSON, to read and to copy. */
export function DefinitionText({ definition }: { definition: object }) {
  const text = JSON.stringify(definition, null, 2);
  return (
    <div className={classes.view}>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" leftSection={<IconCopy size={14} stroke={1.9} />} onClick={copy}>
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
      <JsonText text={text} />
    </div>
  );
}
