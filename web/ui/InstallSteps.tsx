import { InstallPicture, type InstallPictureOf } from "./InstallPicture.tsx";
import styles from "./InstallSteps.module.css";

export interface InstallStep {
  picture: InstallPictureOf;
  title: string;
  body: string;
}

/** How an iPhone or iPad puts Northing on its home screen, up to where it is opened from there. */
export const homeScreenSteps: readonly InstallStep[] = [
  {
    picture: "share",
    title: "Tap Share",
    body: "The square with an arrow: below on an iPhone, above on an iPad. In Chrome it stands beside the address.",
  },
  {
    picture: "add",
    title: "Choose “Add to Home Screen”",
    body: "Scroll down the list if it is not in sight, then tap “Add”.",
  },
];

/** The way out of the browser of another app, which can install nothing and forgets what is saved in it. */
export const openInBrowser: InstallStep = {
  picture: "menu",
  title: "Open this page in your own browser",
  body: "This is the browser of another app, such as Slack or Teams. Its menu has “Open in browser” or “Open in Safari”.",
};

/** Steps in order, each with its picture. */
export function InstallSteps({ steps }: { steps: readonly InstallStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ picture, title, body }) => (
        <li key={title} className={styles.step}>
          <InstallPicture step={picture} />
          <div className={styles.words}>
            <h2 className={styles.title}>{title}</h2>
            <p className={styles.soft}>{body}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
