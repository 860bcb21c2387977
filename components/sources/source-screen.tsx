"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconArchive, IconFileUnknown } from "@tabler/icons-react";
import Link from "next/link";
import { useMemo } from "react";
import { z } from "zod";
import { Box } from "../parts/box.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { Trouble } from "../shell/trouble.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { passageOf, sourceAddress } from "./source-address.ts";
import { SourceFacts } from "./source-facts.tsx";
import { SourceOutline } from "./source-outline.tsx";
import classes from "./source-screen.module.css";
import { SourceText } from "./source-text.tsx";
import { TextSkeleton } from "./text-skeleton.tsx";

type SourceDescription = NonNullable<ApiOutput["sources"]["get"]>;

/** One document exactly as it was read, with the passage that the address points at highlighted. */
export function SourceScreen({ sourceId }: { sourceId: string }) {
  const api = useApi();
  const [search] = useUrlState();
  const isId = z.uuid().safeParse(sourceId).success;
  const { data: source, ...query } = useQuery(api.sources.get.queryOptions({ sourceId }, { enabled: isId, staleTime: Number.POSITIVE_INFINITY }));
  const passage = useMemo(() => (source ? passageOf(search, source.text.length) : null), [source, search]);
  const marks = useMemo(() => (passage === null ? [] : [{ ...passage, isCurrent: true }]), [passage]);
  if (!isId || source === null) return <MissingSource />;
  if (source === undefined) {
    return (
      <>
        <PageHead title="Source" />
        <div className={classes.alone}>
          <Box title="Document">{query.isError ? <ReadFailed error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} /> : <TextSkeleton />}</Box>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title={source.title} aside={[source.collection.name, source.collection.version].filter(Boolean).join(" ")}>
        <Button size="md" component={Link} href={`/sources?collection=${source.collection.id}`}>
          All its documents
        </Button>
      </PageHead>
      {source.retiredAt !== null && (
        <p className={classes.retired}>
          <IconArchive size={16} stroke={1.75} aria-hidden="true" />
          <RetiredWords texts={source.texts} />
        </p>
      )}
      <div className={classes.page}>
        <SourceOutline headings={source.headings} />
        <SourceText path={source.path} text={source.text} marks={marks} />
        <SourceFacts source={source} passage={passage} />
      </div>
    </>
  );
}

function RetiredWords({ texts }: { texts: SourceDescription["texts"] }) {
  const current = texts.find(({ retiredAt }) => retiredAt === null);
  if (current === undefined) return <span>It was removed from its collection. The text is kept because evidence may rest on it.</span>;
  return (
    <span>
      Another text took its place: <Link href={sourceAddress(current.id)}>read that one</Link>. This one is kept because evidence may rest on it.
    </span>
  );
}

function MissingSource() {
  return (
    <Trouble
      icon={IconFileUnknown}
      title="There is no such source"
      kept="Nothing was changed."
      action={
        <Button variant="filled" size="md" component={Link} href="/sources">
          Go to the sources
        </Button>
      }
    >
      The address is mistyped, or it belongs to another installation.
    </Trouble>
  );
}
