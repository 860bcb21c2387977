"use client";

import { Button, Progress } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBooks, IconFolder, IconPackage, IconPlus } from "@tabler/icons-react";
import { mayRole } from "../../core/access/permission.ts";
import type { ApiOutput } from "../shell/api.ts";
import { Box } from "../parts/box.tsx";
import { Empty } from "../parts/screen-state.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { collectionCount } from "./collection-count.ts";
import classes from "./collection-list.module.css";
import { NewCollectionDialog } from "./new-collection-dialog.tsx";

export type Collection = ApiOutput["sources"]["collections"][number];

type CollectionListProps = { collections: readonly Collection[]; openId: string | undefined; onOpen: (id: string) => void };

/** Every set of sources with what it holds; one that is being indexed shows how far that is. */
export function CollectionList({ collections, openId, onOpen }: CollectionListProps) {
  const me = useSignedInMember();
  const [isNaming, naming] = useDisclosure(false);
  const mayUpload = mayRole(me.role, "source-upload");
  return (
    <Box
      title="Collections"
      aside={collections.length}
      action={
        mayUpload && (
          <Button size="xs" leftSection={<IconPlus size={14} stroke={1.9} />} onClick={naming.open}>
            New collection
          </Button>
        )
      }
    >
      {collections.length === 0 && (
        <Empty icon={IconBooks} title="No collections yet">
          The documentation of the installed packages appears here by itself, a moment after the first start.
        </Empty>
      )}
      <ul>
        {collections.map((collection) => (
          <li key={collection.id}>
            <CollectionRow collection={collection} isOpen={collection.id === openId} onOpen={() => onOpen(collection.id)} />
          </li>
        ))}
      </ul>
      {mayUpload && <NewCollectionDialog isOpen={isNaming} onClose={naming.close} onMade={onOpen} />}
    </Box>
  );
}

function CollectionRow({ collection, isOpen, onOpen }: { collection: Collection; isOpen: boolean; onOpen: () => void }) {
  const { name, origin, version, documentCount, expected } = collection;
  const Mark = origin === "package" ? IconPackage : IconFolder;
  return (
    <button type="button" className={classes.row} aria-pressed={isOpen} onClick={onOpen}>
      <Mark className={classes.mark} size={16} stroke={1.75} aria-hidden="true" />
      <span className={classes.words}>
        <span className={classes.name}>
          <bdi>{name}</bdi>
          {version !== null && <span className={classes.version}>{version}</span>}
        </span>
        <span className={classes.meta}>
          {collectionCount(collection)}, {origin === "package" ? "from an installed package" : "uploaded"}
        </span>
        {expected !== null && (
          <Progress className={classes.progress} size={4} value={expected === 0 ? 100 : (100 * documentCount) / expected} aria-label={`Indexing ${name}`} />
        )}
      </span>
    </button>
  );
}
