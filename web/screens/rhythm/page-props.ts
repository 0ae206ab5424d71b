import type { ReviewView } from "./review-view.ts";

/** What each of a review's pages is drawn from. */
export interface ReviewPageProps {
  view: ReviewView;
  today: string;
  title: string;
  detail: string;
  back: { href: string; label: string };
}
