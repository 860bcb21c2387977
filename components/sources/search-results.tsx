"use client";

import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconFileSearch } from "@tabler/icons-react";
import Link from "next/link";
import { excerptOf } from "../../core/sources/excerpt.ts";
import { markWords } from "../../core/sources/mark-words.ts";
import { formatOf } from "../../core/sources/source-format.ts";
import { Box } from "../parts/box.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import classes from "./search-results.module.css";
import { sourceAddress } from "./source-address.ts";
import { SourceRuns } from "./source-runs.tsx";
import { useRowKeys } from "./use-row-keys.ts";

type Hit = ApiOutput["sources"]["search"][number];

type SearchResultsProps = {
  query: string;
  /** The name of the only collection to look in. */
  collection: string | undefined;
  onSearchAll: () => void;
};

const limit = 30;

/** Passages that hold what was looked for, best first, each leading to its place in the document. */
export function SearchResults({ query, collection, onSearchAll }: SearchResultsProps) {
  const api = useApi();
  const list = useRowKeys<HTMLOListElement>("passage");
  const wanted = { query, limit, collections: collection === undefined ? null : [collection] };
  const hits = useQuery(api.sources.search.queryOptions(wanted, { placeholderData: keepPreviousData }));
  if (hits.isPending) return <TableSkeleton title="Passages" rows={8} />;
  if (hits.isError && hits.data === undefined) {
    return (
      <Box title="Passages">
        <ReadFailed error={hits.error} onRetry={() => void hits.refetch()} isRetrying={hits.isFetching} />
      </Box>
    );
  }
  const found = hits.data;
  return (
    <Box
      title="Passages"
      aside={`${found.length === limit ? `the best ${limit}` : found.length} in ${collection ?? "all collections"}`}
      action={
        collection !== undefined && (
          <Button size="xs" onClick={onSearchAll}>
            Search all collections
          </Button>
        )
      }
    >
      {found.length === 0 ? (
        <Empty icon={IconFileSearch} title="No passage holds these words">
          Try fewer or other words. “Quoted words” must stand together, and a word after a minus must not occur.
        </Empty>
      ) : (
        <ol ref={list} aria-busy={hits.isPlaceholderData}>
          {found.map((hit) => (
            <li key={`${hit.sourceId}:${hit.start}`} className={classes.hit}>
              <HitLink hit={hit} query={query} />
            </li>
          ))}
        </ol>
      )}
    </Box>
  );
}

function HitLink({ hit, query }: { hit: Hit; query: string }) {
  const marks = markWords(hit.text, query);
  const format = formatOf(hit.path, hit.text);
  const excerpt = excerptOf(hit.text, marks, format);
  // Most documents begin with a heading that is their title.
  const above = hit.heading.split(" › ");
  const place = (above[0] === hit.title ? above.slice(1) : above).join(" › ");
  const isCut = excerpt.start > 0 && !/[\r\n]\s*$/.test(hit.text.slice(0, excerpt.start));
  return (
    <Link className={classes.link} href={sourceAddress(hit.sourceId, hit)}>
      <span className={classes.title}>
        <bdi>{hit.title}</bdi>
        {place !== "" && <span className={classes.heading}>{place}</span>}
      </span>
      <span className={classes.excerpt} dir="auto">
        
        {isCut && "… "}
        <SourceRuns text={hit.text} part={excerpt} marks={marks} format={format} />
        {excerpt.end < hit.text.length && " …"}
      </span>
      <span className={classes.path}>
        {hit.collection} / {hit.path}
      </span>
    </Link>
  );
}
