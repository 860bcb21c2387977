"use client";

import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { saveFile } from "../parts/save-file.ts";
import { useApiClient } from "../shell/api.ts";
import { toastApiFailure, toastFailed } from "../shell/toast.tsx";

const forms = [
  { form: "markdown", label: "Markdown", does: "The report with its quotes, to paste elsewhere" },
  { form: "html", label: "HTML page", does: "One file that loads nothing from anywhere" },
  { form: "json", label: "JSON", does: "Everything, to be audited again on the command line" },
  { form: "otlp", label: "OpenTelemetry", does: "What happened as a trace, in OTLP, for collectors and trace viewers" },
] as const;

/** Takes a run's report away as a file. */
export function ExportMenu({ runId }: { runId: string }) {
  const client = useApiClient();
  const [isMaking, setMaking] = useState(false);
  const download = async (form: (typeof forms)[number]["form"]): Promise<void> => {
    setMaking(true);
    try {
      const file = await client.evidence.download.query({ runId, form });
      if (file === null) toastFailed("Nothing to export", "There is no such run any more.");
      else saveFile(file.name, file.text, file.mediaType);
    } catch (error) {
      toastApiFailure(error, () => void download(form));
    } finally {
      setMaking(false);
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" leftSection={<IconDownload size={14} stroke={1.9} />} loading={isMaking}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map(({ form, label, does }) => (
          <Menu.Item key={form} onClick={() => void download(form)} title={does}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
