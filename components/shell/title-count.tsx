"use client";

import { useEffect } from "react";
import { useNeedCount } from "../inbox/use-need-count.ts";
import { useInboxNews } from "./use-inbox-news.ts";

/** Puts before every page's title how many things need this member, for the tabs of a browser. */
export function TitleCount() {
  const count = useNeedCount();
  useInboxNews();
  useEffect(() => {
    const mark = () => {
      const bare = document.title.replace(/^\(\d+\) /, "");
      const wanted = count > 0 ? `(${count}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    mark();
    // Pages set their titles when they like; the count is put back each time.
    const observer = new MutationObserver(mark);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [count]);
  return null;
}
