"use client";

import { ActionIcon, Button, TextInput } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { IconFileText, IconFilter, IconTrash } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { Box } from "../parts/box.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { byteText } from "./byte-text.ts";
import { collectionCount } from "./collection-count.ts";
import classes from "./collection-documents.module.css";
import type { Collection } from "./collection-list.tsx";
import { SkippedDocuments } from "./skipped-documents.tsx";
import { sourceAddress } from "./source-address.ts";
import { UploadButton } from "./upload-button.tsx";
import { useRemoval } from "./use-removal.tsx";
import { useRowKeys } from "./use-row-keys.ts";

/** The documents of one collection by their paths, a hundred at a time. */
export function CollectionDocuments({ collection }: { collection: Collection }) {
  const api = useApi();
  const me = useSignedInMember();
  const [filter, setFilter] = useState("");
  const list = useRowKeys<HTMLUListElement>("document");
  const pages = useInfiniteQuery(
    api.sources.list.infiniteQueryOptions(
      { collectionId: collection.id, query: filter },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const { removeSource, removeCollection, isRemoving } = useRemoval();
  if (pages.isPending) return <TableSkeleton title={collection.name} rows={12} />;
  const documents = pages.data?.pages.flatMap((page) => page.documents) ?? [];
  const mayUpload = collection.origin === "upload" && mayRole(me.role, "source-upload");
  const upload = mayUpload && <UploadButton collectionId={collection.id} />;
  return (
    <Box
      title={collection.name}
      aside={collectionCount(collection)}
      action={
        <div className={classes.actions}>
          <TextInput
            size="sm"
            type="search"
            aria-label="Filter documents"
            placeholder="Title or path"
            leftSection={<IconFilter size={14} stroke={1.9} />}
            maxLength={400}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
          />
          {documents.length > 0 && upload}
          {mayUpload && (
            <ActionIcon aria-label={`Remove the collection ${collection.name}`} onClick={() => removeCollection(collection)} disabled={isRemoving}>
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          )}
        </div>
      }
    >
      {pages.isError && pages.data === undefined && (
        <ReadFailed error={pages.error} onRetry={() => void pages.refetch()} isRetrying={pages.isFetching} />
      )}
      {collection.skipped.length > 0 && <SkippedDocuments skipped={collection.skipped} />}
      {pages.data !== undefined && documents.length === 0 && (
        <Empty icon={IconFileText} title={filter === "" ? "No documents yet" : "No document matches"} action={filter === "" ? upload : undefined}>
          {filter === "" ? emptyText(collection) : "No title and no path holds this."}
        </Empty>
      )}
      <ul ref={list} aria-label={`Documents of ${collection.name}`}>
        {documents.map(({ id, title, path, byteLength }) => (
          <li key={id} className={classes.row}>
            <Link className={classes.link} href={sourceAddress(id)}>
              <span className={classes.title}>
                <bdi>{title}</bdi>
              </span>
              <span className={classes.path}>{path}</span>
              <span className={classes.size}>{byteText(byteLength)}</span>
            </Link>
            {mayUpload && (
              <ActionIcon className={classes.remove} aria-label={`Remove ${path}`} onClick={() => removeSource({ id, path })} disabled={isRemoving}>
                <IconTrash size={16} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className={classes.more}>
          <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
            Show more
          </Button>
        </div>
      )}
    </Box>
  );
}

function emptyText({ origin }: Collection): string {
  return origin === "package"
    ? "They are being indexed and appear here by themselves."
    : "Text and Markdown files that you add are kept exactly as they are, found by search, and read by runs.";
}
