"use client";

import { Button, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import Link from "next/link";
import type { TextRange } from "../../core/sources/mark-words.ts";
import { Box } from "../parts/box.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import type { ApiOutput } from "../shell/api.ts";
import { byteText } from "./byte-text.ts";
import { sourceAddress } from "./source-address.ts";
import classes from "./source-facts.module.css";

type SourceFactsProps = { source: NonNullable<ApiOutput["sources"]["get"]>; passage: TextRange | null };

/** Where a document comes from and what proves that it is this one. */
export function SourceFacts({ source, passage }: SourceFactsProps) {
  const { collection, path, createdAt, byteLength, sha256, texts } = source;
  return (
    <Box title="This document">
      <dl className={classes.facts}>
        {passage !== null && (
          <>
            <dt>Shown passage</dt>
            <dd>
              Characters {passage.start} to {passage.end}.{" "}
              <Link className={classes.link} href={sourceAddress(source.id)}>
                Show without it
              </Link>
            </dd>
          </>
        )}
        <dt>Collection</dt>
        <dd>
          <bdi>{collection.name}</bdi> {collection.version}
        </dd>
        <dt>Path</dt>
        <dd>
          <code>{path}</code>
        </dd>
        <dt>Stored</dt>
        <dd>
          <RelativeTime at={createdAt} />, {byteText(byteLength)}
        </dd>
        {texts.length > 1 && (
          <>
            <dt>Texts under this path</dt>
            <dd>
              <ol>
                {texts.map((text) => (
                  <li key={text.id}>
                    <Link className={classes.link} href={sourceAddress(text.id)} aria-current={text.id === source.id ? "page" : undefined}>
                      {text.retiredAt === null ? "Current" : "Earlier"}
                    </Link>
                    , stored <RelativeTime at={text.createdAt} />
                    {text.id === source.id && ", shown here"}
                  </li>
                ))}
              </ol>
            </dd>
          </>
        )}
        <dt>SHA-256 of its bytes</dt>
        <dd>
          <code>{sha256}</code>
          <CopyButton value={sha256}>
            {({ copied, copy }) => (
              <Button
                className={classes.copy}
                size="xs"
                onClick={copy}
                leftSection={copied ? <IconCheck size={14} stroke={1.9} /> : <IconCopy size={14} stroke={1.9} />}
              >
                {copied ? "Copied" : "Copy"}
              </Button>
            )}
          </CopyButton>
        </dd>
      </dl>
    </Box>
  );
}
