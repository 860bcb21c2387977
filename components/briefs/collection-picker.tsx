"use client";

import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ReadFailed } from "../parts/screen-state.tsx";
import { useApi } from "../shell/api.ts";
import classes from "./collection-picker.module.css";

/** The collections there are, each to be granted or not. */
export function CollectionPicker({ chosen, onChange }: { chosen: string[]; onChange(next: string[]): void }) {
  const api = useApi();
  const collections = useQuery(api.sources.collections.queryOptions());
  if (collections.isError && collections.data === undefined) {
    return <ReadFailed error={collections.error} onRetry={() => void collections.refetch()} isRetrying={collections.isFetching} />;
  }
  if (collections.data?.length === 0 && chosen.length === 0) return <p className={classes.none}>There is no collection yet. The bundled documentation is read in soon after the first start.</p>;
  return (
    <div className={classes.list} role="group" aria-label="Collections">
      {collections.data?.map(({ id, name, version, documentCount }) => (
        <Checkbox
          key={id}
          size="xs"
          className={classes.row}
          label={
            <>
              <b>{name}</b> {version !== null && version} <span className={classes.count}>{documentCount.toLocaleString("en")} documents</span>
            </>
          }
          checked={chosen.includes(name)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name))}
        />
      ))}
      {collections.data !== undefined &&
        chosen
          .filter((name) => !collections.data.some((one) => one.name === name))
          .map((name) => (
            <Checkbox
              key={name}
              size="xs"
              className={classes.row}
              label={
                <>
                  <b>{name}</b> <span className={classes.missing}>is not here: it was removed, or has another name. Take it out.</span>
                </>
              }
              checked
              onChange={() => onChange(chosen.filter((one) => one !== name))}
            />
          ))}
      {chosen.length === 0 && <p className={classes.none}>None is chosen: workers would have nothing to read.</p>}
    </div>
  );
}
