import { Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Policy } from "../../core/review/policy.ts";
import { Box, BoxBody } from "../parts/box.tsx";
import { useApi } from "../shell/api.ts";
import { approversShortOf } from "./approvers-short.ts";
import classes from "./policy-screen.module.css";

type Approvals = Policy["approvals"];

const rolesByChoice: Record<string, Approvals["roles"]> = { deciders: ["reviewer", "admin"], reviewers: ["reviewer"], admins: ["admin"] };

/** How many must approve and who may; says at once when there are not enough people for it. */
export function ApprovalsBox({ approvals, onChange }: { approvals: Approvals; onChange: (approvals: Approvals) => void }) {
  const api = useApi();
  const members = useQuery(api.members.list.queryOptions());
  const short = members.data === undefined ? null : approversShortOf(approvals, members.data.filter(({ isActive }) => isActive));
  const choice = approvals.roles.length > 1 ? "deciders" : approvals.roles.includes("admin") ? "admins" : "reviewers";
  return (
    <Box title="Who must approve">
      <BoxBody>
        <div className={classes.checks}>
          <NumberInput
            className={classes.narrow}
            label="Approvals a plan needs"
            description="Each of another person"
            min={1}
            max={10}
            clampBehavior="strict"
            allowDecimal={false}
            value={approvals.count}
            onChange={(next) => onChange({ ...approvals, count: next === "" ? 1 : Number(next) })}
          />
          <NativeSelect
            className={classes.narrow}
            label="Given by"
            value={choice}
            onChange={({ currentTarget }) => onChange({ ...approvals, roles: rolesByChoice[currentTarget.value] ?? approvals.roles })}
            data={[
              { value: "deciders", label: "Reviewers and admins" },
              { value: "reviewers", label: "Reviewers" },
              { value: "admins", label: "Admins" },
            ]}
          />
          <Checkbox
            label="Authors may approve their own plans"
            description="Who asked for the plan, and who saved a revision of it. Recorded as a self-approval."
            checked={approvals.mayAuthor}
            onChange={({ currentTarget }) => onChange({ ...approvals, mayAuthor: currentTarget.checked })}
          />
        </div>
        <div role="status">
          {short !== null && (
            <p className={classes.short}>
              <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
              {short}
            </p>
          )}
        </div>
      </BoxBody>
    </Box>
  );
}
