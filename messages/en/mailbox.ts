/** The mailbox page: all mail where no mail server is configured, and a demo's always. */
export const mailbox = {
  title: "Mailbox",
  lede: "No mail server is configured, so every mail lands here and nowhere else.",
  ledeDemo:
    "A demo sends nothing to anybody outside. What its camps would have sent lands here and nowhere else.",
  newest: (mails: number) => `The newest ${mails} are shown.`,
  list: "Mail, the newest first",
  to: (recipient: string) => `To ${recipient}`,
  sent: (time: string, day: string) => `${time} on ${day}`,
  /** In the place of what was told to one person alone. */
  alone: "What it says is for its reader alone, so it is not shown here, and it is kept nowhere.",
  back: "All mail",
  code: "The code",
  none: {
    title: "No mail yet",
    body: "Register for a camp or ask to sign in. What we would send is here a moment later.",
    home: "See the camps",
  },
};
