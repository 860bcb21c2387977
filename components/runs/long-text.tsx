"use client";

import { Button, CopyButton } from "@mantine/core";
import { IconCopy, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { countText } from "../parts/number-text.ts";
import classes from "./long-text.module.css";

/** So much is shown at first; a browser that lays out a megabyte stands still. */
const shownAtFirst = 4_000;

/** A text word for word: its beginning, all of it on demand, to copy and to save. */
export function LongText({ text, name }: { text: string; name: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > shownAtFirst;
  return (
    <div className={classes.long}>
      <div className={classes.text} role="textbox" aria-readonly="true" aria-multiline="true" tabIndex={0} aria-label={name}>
        {isWhole || !isLong ? text : `${text.slice(0, shownAtFirst)}…`}
      </div>
      <div className={classes.tools}>
        {isLong && (
          <Button size="xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
            {isWhole ? "Show less" : `Show all ${countText(text.length, "character")}`}
          </Button>
        )}
        <span className={classes.grow} />
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" leftSection={<IconCopy size={14} stroke={1.9} />} onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        {isLong && (
          <Button size="xs" leftSection={<IconDownload size={14} stroke={1.9} />} onClick={() => save(text, name)}>
            Download
          </Button>
        )}
      </div>
    </div>
  );
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, "-").slice(0, 80)}.txt`;
  link.click();
  URL.revokeObjectURL(address);
}
