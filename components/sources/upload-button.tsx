"use client";

import { Button, FileButton } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useUpload } from "./use-upload.ts";

/** Puts files into a collection, one after the other, and says what came of each that was refused. */
export function UploadButton({ collectionId }: { collectionId: string }) {
  const { upload, progress } = useUpload(collectionId);
  return (
    <FileButton multiple accept=".md,.mdx,.markdown,.rst,.rest,.txt,text/plain,text/markdown,text/x-rst" onChange={(files) => void upload(files)}>
      {(door) => (
        <Button {...door} variant="filled" disabled={progress !== null} leftSection={<IconUpload size={14} stroke={1.9} />}>
          {progress === null ? "Add files" : `Adding ${progress.at} of ${progress.of}`}
        </Button>
      )}
    </FileButton>
  );
}
