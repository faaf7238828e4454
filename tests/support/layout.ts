/** What is wrong with how a page is laid out, as a reader would see it: run off the screen, cut, printed over, or out of line. */
import type { Page } from "@playwright/test";

/** @returns a line for each fault; none when every word can be read */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Two boxes of type may touch by the room above and below their letters. */
    const LEADING = 0.3;
    const faults: string[] = [];
    const short = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 40);
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) faults.push(`the page is ${wide} px wider than the screen`);

    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element) => {
      const known = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, known);
      return known;
    };
    const above = (element: Element | null, so: (style: CSSStyleDeclaration) => boolean) => {
      let at = element;
      while (at && !so(styleOf(at))) at = at.parentElement;
      return at;
    };
    const painted = (style: CSSStyleDeclaration) =>
      style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.borderBlockEndWidth !== "0px";
    const scrolls = (style: CSSStyleDeclaration) => /auto|scroll/.test(style.overflowX + style.overflowY);
    /** Nobody sees it before they scroll what it is in. */
    const scrolledOut = (box: DOMRect, frame: Element) => {
      const seen = frame.getBoundingClientRect();
      return (
        box.bottom <= seen.top || box.top >= seen.bottom || box.right <= seen.left || box.left >= seen.right
      );
    };
    const cuts = (style: CSSStyleDeclaration) => /hidden|clip/.test(style.overflowX + style.overflowY);

    type Piece = { text: string; block: Element; layer: Element | null; box: DOMRect };
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement!;
      if (
        !node.textContent?.trim() ||
        parent.closest("script, style, noscript, option, .visually-hidden, .skip, svg")
      )
        continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (above(parent, (style) => style.clipPath !== "none")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const block = above(parent, (style) => !style.display.startsWith("inline"))!;
      const layer = above(parent, (style) => /fixed|sticky/.test(style.position));
      const frame = above(parent, scrolls);
      const sheet = above(parent, painted);
      const blade = above(parent, cuts);
      const text = node.textContent;
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        if (frame && scrolledOut(box, frame)) continue;
        pieces.push({ text, block, layer, box });
        if (!frame && (box.left < -1 || box.right > innerWidth + 1))
          faults.push(`off the screen: ${short(text)}`);
        for (const [holder, word] of [
          [sheet, "out of its box"],
          [blade, "cut"],
        ] as const) {
          if (!holder || (frame && !frame.contains(holder)) || (frame && holder === frame)) continue;
          const edge = holder.getBoundingClientRect();
          const slack = box.height * LEADING;
          if (
            box.left < edge.left - 1 ||
            box.right > edge.right + 1 ||
            box.top < edge.top - slack ||
            box.bottom > edge.bottom + slack
          )
            faults.push(`${word}: ${short(text)} (in ${holder.tagName} ${holder.className})`);
        }
      }
    }
    const wall = document.querySelector('[data-layout="wall"]');
    const tall = document.documentElement.scrollHeight - innerHeight;
    if (wall && innerWidth >= 1024 && tall > 0) faults.push(`the wall is ${tall} px taller than its screen`);

    const firsts = new Map<Element, Piece>();
    for (const piece of pieces) {
      const cell = piece.block.closest("td, th");
      // The cells of a narrow table stand in one another's text, and beside nothing.
      const { display, verticalAlign } = cell ? styleOf(cell) : { display: "", verticalAlign: "" };
      const aligned = display === "table-cell" && verticalAlign === "baseline";
      if (cell && aligned && !firsts.has(cell)) firsts.set(cell, piece);
    }
    for (const [cell, { text, box }] of firsts) {
      const beside = firsts.get(cell.previousElementSibling!);
      if (beside && Math.abs(box.bottom - beside.box.bottom) > box.height * LEADING * 2)
        faults.push(`not in line with the cell before it: ${short(text)}`);
    }

    pieces.sort((a, b) => a.box.top - b.box.top);
    for (const [i, a] of pieces.entries()) {
      for (let j = i + 1; j < pieces.length && pieces[j]!.box.top < a.box.bottom; j++) {
        const b = pieces[j]!;
        if (a.block === b.block || a.layer !== b.layer) continue;
        const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const y = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
        if (x > 1 && y > Math.min(a.box.height, b.box.height) * LEADING)
          faults.push(`printed over: ${short(a.text)} and ${short(b.text)}`);
      }
    }
    return [...new Set(faults)];
  });
}
