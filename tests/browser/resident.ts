import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import type { Role } from "../../core/access/role.ts";
import type { AppRouter } from "../../server/api/router.ts";

/** A member of a running installation, signed in. */
export interface Resident {
  name: string;
  email: string;
  password: string;
  cookies: { name: string; value: string }[];
  api: Api;
}

/** The procedures as one browser sees them. */
type Api = ReturnType<typeof createApi>["api"];

/** Speaks to an installation like a page of its own does, keeping cookies. */
function createApi(url: string) {
  const cookies = new Map<string, string>();
  const api = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/api/trpc`,
        transformer: superjson,
        headers: () => ({ origin: url, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }),
        fetch: async (input, init) => {
          const response = await fetch(input, init as RequestInit);
          for (const line of response.headers.getSetCookie()) {
            const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            cookies.set(name, value);
          }
          return response;
        },
      }),
    ],
  });
  return { api, cookies };
}

/**
 * Uses a link up and signs its holder in.
 * @param path of the link, or its whole address
 * @throws when the link is refused.
 */
export async function moveIn(url: string, path: string, name: string): Promise<Resident> {
  const { api } = createApi(url);
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}@example.org`;
  const password = `the long password of ${name}`;
  const joined = await api.links.redeem.mutate({ token: path.split("/").at(-1) ?? "", name, email, password });
  if (!joined.ok) throw new Error(`${name} could not join: ${joined.reason}`);
  return comeBack(url, { name, email, password });
}

/**
 * Signs a member in.
 * @throws when that is refused.
 */
export async function comeBack(url: string, { name, email, password }: Pick<Resident, "name" | "email" | "password">): Promise<Resident> {
  const { api, cookies } = createApi(url);
  const signedIn = await api.session.signIn.mutate({ email, password });
  if (!signedIn.ok) throw new Error(`${name} could not sign in: ${signedIn.reason}`);
  return { name, email, password, cookies: [...cookies].map(([cookie, value]) => ({ name: cookie, value })), api };
}

/** Members of every role, who move in when a test asks for them; the first admin's link is used up by that. */
export function createResidents(url: string, firstAdminLink: string) {
  const residentsByRole = new Map<Role, Promise<Resident>>();
  // No initials "AA": axe takes them for a sign and judges no name that holds them.
  const names: Record<Role, string> = { viewer: "Vera Viewer", author: "Otto Author", reviewer: "Rena Reviewer", admin: "Mara Admin" };

  const settle = async (role: Role): Promise<Resident> => {
    if (role === "admin") return moveIn(url, firstAdminLink, names.admin);
    const admin = await resident("admin");
    const { path } = await admin.api.links.invite.mutate({ role });
    return moveIn(url, path, names[role]);
  };

  const resident = (role: Role): Promise<Resident> => {
    const settled = residentsByRole.get(role) ?? settle(role);
    residentsByRole.set(role, settled);
    return settled;
  };
  return resident;
}
