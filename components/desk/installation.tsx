import type { ReactNode } from "react";
import { Desk } from "#components/ui/desk.tsx";
import { wordsOf } from "#messages/words.ts";

const camp = wordsOf("camp");
const common = wordsOf("common");
const desk = wordsOf("desk");

type InstallationDeskProps = {
  email: string;
  owner: boolean;
  at: "camps" | "new";
  title: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** The desk outside of any camp. */
export function InstallationDesk({ email, owner, at, title, actions, children }: InstallationDeskProps) {
  const links = [
    { href: "/desk", label: camp.mine.title, current: at === "camps" },
    ...(owner ? [{ href: "/desk/new", label: camp.mine.start, current: at === "new" }] : []),
    { href: "/devices", label: camp.mine.devices },
    { href: "/sign-in/passkeys", label: camp.mine.passkeys },
  ];
  return (
    <Desk
      camp={common.product}
      where={email}
      label={desk.label}
      menu={desk.menu}
      links={links}
      title={title}
      actions={actions}
    >
      {children}
    </Desk>
  );
}
