/** Who helps to run a camp, and what they do. */
import { LONGEST } from "#domain/limits.ts";

export const crew = {
  title: "Crew",
  lede: "Everybody here sees and does what their roles are for. Organisers can do everything.",
  table: "The crew",
  name: "Name",
  email: "Email",
  role: "What they do",
  state: "State",
  arrived: "Has signed in",
  mail: {
    queued: "Invitation is on its way",
    held: "Invitation waits: the mail server does not answer",
    sent: (day: string) => `Invited by email on ${day}`,
    bounced: "Invitation came back: the address is not right",
    failed: "Invitation could not be sent",
    none: "Not signed in",
  },
  action: "Change",
  change: "Change",
  you: "you",
  invite: "Invite somebody",
  nameWrong: `Type their name, in up to ${LONGEST.personName} characters`,
  emailWrong: "Type an email address, like name@example.gov.uk",
  roleWrong: "Choose at least one thing that they do",
  submit: "Invite",
  pending: "Inviting",
  invited: (name: string, role: string) =>
    `${name} is on the crew now: they are ${role}. The email that tells them is on its way.`,
  same: (name: string, role: string) =>
    `${name} is on the crew already: they are ${role}. Nothing was changed.`,
  changed: (name: string, role: string) => `${name} is now ${role}. The email that tells them is on its way.`,
  changedYou: (role: string) => `You are now ${role}.`,
  off: {
    title: "Taken off in the last day",
    was: (name: string, role: string) => `${name} was ${role}.`,
    back: "Put back",
    pending: "Putting back",
  },
  member: {
    lede: (name: string, role: string, camp: string) => `${name} is ${role} of ${camp}.`,
    you: (role: string, camp: string) => `You are ${role} of ${camp}.`,
    already: "They are on the crew already, so nothing was changed. You can change what they do here.",
    /** Whether somebody of the crew takes part in the camp as well. */
    place: {
      has: "Registered at this camp as well.",
      see: "See that registration",
      none: "Not registered at this camp: without a place nobody pitches or raises a hand.",
      add: "Add them to the people",
    },
    rolesTitle: "Roles",
    roles: "What they do",
    yours: "What you do",
    rolesHint: "Tick all that fits. You are shown what it means before it is done.",
    change: "Change",
    sure: "Yes, change it",
    off: "Take off the crew",
    offHint: (name: string) =>
      `The desk closes for ${name} at once, on every screen. We email them. Their place as a camper, if they have one, stays. You can put them back within a day.`,
    leave: "Leave the crew",
    leaveHint: "The desk closes for you at once. Another organiser can put you back within a day.",
    pending: "One moment",
    keep: "Leave it as it is",
    owner: (name: string) =>
      `${name} owns this Wallchart, so only they can take themselves off the crew or change what they do.`,
    last: "A camp needs an organiser, and this is its only one. Make somebody else an organiser first.",
  },
};
