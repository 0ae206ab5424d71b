import { createContext, type ReactNode, useContext } from "react";

/** What the shell puts on every page: the way to the person's own screens, and the state banners. */
export interface PageFrame {
  avatar?: ReactNode;
  notices?: ReactNode;
}

export const PageFrameContext = createContext<PageFrame>({});

export function usePageFrame(): PageFrame {
  return useContext(PageFrameContext);
}
