/** @type {import("next").NextConfig} */
export default {
  // The event stream must reach the browser byte by byte; a proxy in front may compress the rest.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`; a start on a small machine doesn't pay for them twice.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "better-auth", "@dbos-inc/dbos-sdk", "ai"],
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"] },
};
