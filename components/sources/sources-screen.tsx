"use client";

import { Loader, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { IconSearch } from "@tabler/icons-react";
import { useRef } from "react";
import { Box } from "../parts/box.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { CollectionDocuments } from "./collection-documents.tsx";
import { CollectionList, type Collection } from "./collection-list.tsx";
import { SearchResults } from "./search-results.tsx";
import { useSourceNews } from "./source-news.ts";
import classes from "./sources-screen.module.css";

const typingMs = 200;

/** What runs can read: collections, their documents, and a search over all of it. */
export function SourcesScreen() {
  const api = useApi();
  const [search, change] = useUrlState();
  const [query, openId] = [search.get("q") ?? "", search.get("collection") ?? ""];
  const [settledQuery] = useDebouncedValue(query.trim(), typingMs);
  const field = useRef<HTMLInputElement>(null);
  useKeyBinding({ keys: ["/"], label: "Search sources", group: "This page", run: () => field.current?.focus() });
  const isEndKnown = useSourceNews();
  const collections = useQuery(api.sources.collections.queryOptions(undefined, { enabled: isEndKnown }));
  const chosen = collections.data?.find(({ id }) => id === openId);
  const shown = chosen ?? collections.data?.[0];
  return (
    <>
      <PageHead title="Sources" aside={collections.data && countText(collections.data)}>
        <search className={classes.search}>
          <TextInput
            ref={field}
            type="search"
            aria-label="Search sources"
            placeholder={chosen === undefined ? "Search all sources" : `Search in ${chosen.name}`}
            leftSection={<IconSearch size={14} stroke={1.9} />}
            rightSection={query.trim() === settledQuery ? null : <Loader size={14} aria-label="Searching" />}
            maxLength={400}
            value={query}
            onChange={(event) => change({ q: event.currentTarget.value })}
          />
        </search>
      </PageHead>
      <div className={classes.page}>
        <div className={classes.side}>
          {collections.isPending && <TableSkeleton title="Collections" rows={3} />}
          {collections.isError && !collections.data && (
            <Box title="Collections">
              <ReadFailed error={collections.error} onRetry={() => void collections.refetch()} isRetrying={collections.isFetching} />
            </Box>
          )}
          {collections.data && (
            <CollectionList
              collections={collections.data}
              openId={settledQuery === "" ? shown?.id : chosen?.id}
              onOpen={(id) => change({ collection: id }, "push")}
            />
          )}
        </div>
        <div className={classes.main}>
          {settledQuery !== "" && (
            <SearchResults query={settledQuery} collection={chosen?.name} onSearchAll={() => change({ collection: "" }, "push")} />
          )}
          {settledQuery === "" && shown !== undefined && <CollectionDocuments key={shown.id} collection={shown} />}
        </div>
      </div>
    </>
  );
}

function countText(collections: readonly Collection[]): string {
  const documents = collections.reduce((sum, { documentCount }) => sum + documentCount, 0);
  const number = new Intl.NumberFormat("en").format(documents);
  return documents === 1 ? "1 document that runs can read" : `${number} documents that runs can read`;
}
