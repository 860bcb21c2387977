import { Button, Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { digestOfPolicy, type Policy } from "../../core/review/policy.ts";
import { FormRefusal } from "../people/form-refusal.tsx";
import { Box, BoxBody } from "../parts/box.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { toastDone } from "../shell/toast.tsx";
import { useUnsavedText } from "../shell/unsaved-text.ts";
import { useSend } from "../shell/use-send.ts";
import { ApprovalsBox } from "./approvals-box.tsx";
import { waivedByOf, withWaivedBy, type WaivedBy } from "./policy-change.ts";
import classes from "./policy-screen.module.css";
import { RulesTable } from "./rules-table.tsx";
import { VersionList } from "./version-list.tsx";

type PolicyDescription = ApiOutput["policy"]["get"];

const ceilings = [
  { name: "maxAgents", label: "Agents in a plan" },
  { name: "maxFanOut", label: "Items of one map" },
  { name: "maxIterations", label: "Passes of one loop" },
  { name: "maxCostMicroUsd", label: "Likely cost of a run" },
] as const;

/** The whole policy as a form; who may not change it reads it. */
export function PolicyForm({ policy }: { policy: PolicyDescription }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const mayChange = mayRole(useSignedInMember().role, "policy-manage");
  const [typed, setTyped] = useState<Policy>(policy.content);
  const [overtaken, setOvertaken] = useState<{ newest: number; changedByName: string } | null>(null);
  const isChanged = digestOfPolicy(typed) !== policy.digest;
  useUnsavedText(isChanged);
  const { send, isSending } = useSend(
    api.policy.change.mutationOptions({
      onSuccess: async (outcome) => {
        if (!outcome.ok) return setOvertaken(outcome);
        toastDone(`Version ${outcome.number} of the policy holds from now on.`);
        await queryClient.invalidateQueries(api.policy.pathFilter());
        await queryClient.invalidateQueries(api.workflows.pathFilter());
      },
    }),
  );
  const save = (base: number) => send({ base, content: typed });
  const { checkpoints } = typed;
  const setCheckpoints = (change: Partial<Policy["checkpoints"]>) => setTyped({ ...typed, checkpoints: { ...checkpoints, ...change } });
  return (
    <>
      <PageHead title="Policy" aside={policy.number === 0 ? "Standard: nobody changed it" : `Version ${policy.number}`}>
        {mayChange && isChanged && (
          <>
            <Button size="md" onClick={() => setTyped(policy.content)}>
              Discard
            </Button>
            <Button size="md" variant="filled" loading={isSending} onClick={() => save(policy.number)}>
              Save version {policy.number + 1}
            </Button>
          </>
        )}
      </PageHead>
      <fieldset className={classes.page} disabled={!mayChange} aria-label="Policy">
        {overtaken !== null && (
          <FormRefusal>
            {overtaken.changedByName} saved version {overtaken.newest} meanwhile. Yours is not saved and stays on this page.{" "}
            <Button size="xs" onClick={() => void queryClient.invalidateQueries(api.policy.pathFilter())}>
              Drop mine, look at theirs
            </Button>{" "}
            <Button size="xs" onClick={() => save(overtaken.newest)}>
              Save mine over theirs
            </Button>
          </FormRefusal>
        )}
        <p className={classes.about}>
          Every plan is checked under this policy, on screen and again before each decision. Its digest <code>{policy.digest.slice(0, 8)}</code> is part of what is approved: after a
          change, plans that were approved before are decided on anew.
        </p>
        <ApprovalsBox approvals={typed.approvals} onChange={(approvals) => setTyped({ ...typed, approvals })} />
        <Box title="No plan goes above">
          <BoxBody>
            <div className={classes.fields}>
              {ceilings.map(({ name, label }) => {
                const isCost = name === "maxCostMicroUsd";
                const factor = isCost ? 1_000_000 : 1;
                const value = typed.ceilings[name];
                return (
                  <NumberInput
                    key={name}
                    label={label}
                    placeholder="No ceiling"
                    min={isCost ? 0 : 1}
                    allowDecimal={isCost}
                    decimalScale={2}
                    prefix={isCost ? "$" : ""}
                    thousandSeparator=","
                    value={value === null ? "" : value / factor}
                    onChange={(next) => setTyped({ ...typed, ceilings: { ...typed.ceilings, [name]: next === "" ? null : Math.round(Number(next) * factor) } })}
                  />
                );
              })}
            </div>
          </BoxBody>
        </Box>
        <Box title="Where a person must be asked">
          <BoxBody>
            <div className={classes.checks}>
              <Checkbox label="Before anything is written outside" checked={checkpoints.beforeWrites} onChange={({ currentTarget }) => setCheckpoints({ beforeWrites: currentTarget.checked })} />
              <Checkbox label="Before the report is written" checked={checkpoints.beforeReport} onChange={({ currentTarget }) => setCheckpoints({ beforeReport: currentTarget.checked })} />
              <NumberInput
                className={classes.narrow}
                label="After a map of more items than"
                placeholder="Never"
                min={0}
                allowDecimal={false}
                value={checkpoints.afterFanOutOver ?? ""}
                onChange={(next) => setCheckpoints({ afterFanOutOver: next === "" ? null : Number(next) })}
              />
            </div>
          </BoxBody>
        </Box>
        <Box title="Who may waive an error">
          <BoxBody>
            <NativeSelect
              className={classes.narrow}
              label="Of a rule that isn’t named below"
              description="With a reason, which is part of the approval"
              value={waivedByOf(typed, null)}
              onChange={({ currentTarget }) => setTyped(withWaivedBy(typed, null, currentTarget.value as WaivedBy))}
              data={[
                { value: "deciders", label: "Reviewers and admins" },
                { value: "admins", label: "Admins" },
                { value: "nobody", label: "Nobody" },
              ]}
            />
          </BoxBody>
        </Box>
        <RulesTable policy={typed} onChange={setTyped} />
        <VersionList versions={policy.versions} />
      </fieldset>
    </>
  );
}
