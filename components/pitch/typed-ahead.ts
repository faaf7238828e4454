import { type RefObject, useEffect, useRef } from "react";

/**
 * At the speed of speech the next title is typed while the last card is on its way: what comes meanwhile is held back from
 * the field that still has that card, and stands in the fresh one, which has the focus, once it is there.
 *
 * @param form where the fields are
 * @param pending whether a card is on its way
 * @param added the card that has arrived, or null; another object with each answer
 */
export function useTypedAhead(
  form: RefObject<HTMLElement | null>,
  pending: boolean,
  added: { title: string } | null,
): void {
  const ahead = useRef("");
  useEffect(() => {
    const element = form.current;
    if (!pending || !element) return;
    ahead.current = "";
    const hold = (event: InputEvent) => {
      if (!event.cancelable) return;
      event.preventDefault();
      if (event.inputType === "deleteContentBackward") ahead.current = ahead.current.slice(0, -1);
      else ahead.current += event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    };
    element.addEventListener("beforeinput", hold);
    return () => element.removeEventListener("beforeinput", hold);
  }, [form, pending]);
  useEffect(() => {
    const title = form.current?.querySelector<HTMLInputElement>("[name=title]");
    if (!added || !title) return;
    title.focus();
    if (ahead.current === "") return;
    title.value = ahead.current;
    ahead.current = "";
    title.dispatchEvent(new Event("input", { bubbles: true }));
  }, [form, added]);
}
