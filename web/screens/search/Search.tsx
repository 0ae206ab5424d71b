import { useDeferredValue } from "react";
import { queryIn } from "../../../shared/search/query.ts";
import { useLive } from "../../store/live.ts";
import { keepSearch } from "../../store/recent-searches.ts";
import { memoryAt, useMemoryMark } from "../../store/search.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Page } from "../../ui/Page.tsx";
import { useWide } from "../../ui/wide.ts";
import { intoResults, throughResults } from "./arrows.ts";
import { Before } from "./Before.tsx";
import { Filters } from "./Filters.tsx";
import { KindChips } from "./KindChips.tsx";
import { NotHere } from "./NotHere.tsx";
import { calledBy, People } from "./People.tsx";
import { Results } from "./Results.tsx";
import styles from "./Search.module.css";
import { SearchField } from "./SearchField.tsx";
import { useAsked } from "./use-asked.ts";
import { foundWords } from "./words.ts";

/** What anybody wrote, found by its words on this phone alone: results, learnings, decisions, blockers, notes. */
export function Search() {
  const { asked, ask, type, settle } = useAsked();
  const wide = useWide();
  const mark = useMemoryMark();
  const [answer] = useAnswer(() => memoryAt(mark), { key: mark ?? "" });
  const names = useLive(
    async (read) => ({ cycles: await read.list("cycle"), members: await read.list("member") }),
    [],
  );
  // Typing never waits for a long list to be drawn.
  const { typed, ...narrowing } = useDeferredValue(asked);
  const query = queryIn(typed);
  const words = query.state === "words" ? query.words : [];
  const memory = mark !== undefined && answer.state === "here" ? answer.value : undefined;
  const looks = query.state === "words" || (query.state === "empty" && narrowing.memberId !== undefined);
  const found = looks && memory ? memory.find(words, narrowing) : undefined;
  const total = found?.hits.length ?? 0;
  const leave = () => {
    settle();
    void keepSearch(asked.typed);
  };
  const called = names ? calledBy(words, names.members) : [];
  const narrow = names && (looks || narrowing.cycleId || narrowing.memberId) && (
    <>
      <People members={called} onChoose={(memberId) => ask({ memberId, typed: "", as: undefined })} />
      <Filters asked={asked} cycles={names.cycles} members={names.members} onAsk={ask} />
    </>
  );
  const notHere = found && <NotHere nothing={total === 0} />;
  return (
    <Page
      title="Search"
      aside={
        wide && narrow ? (
          <>
            {narrow}
            {notHere}
          </>
        ) : undefined
      }
    >
      <search className={styles.search} onKeyDown={throughResults}>
        <SearchField
          typed={asked.typed}
          onType={type}
          onLeave={settle}
          onSubmit={(form) => {
            leave();
            intoResults(form);
          }}
        />
        <p className={styles.count} role="status">
          {foundWords(
            query,
            looks && memory === undefined,
            found && { total, narrowing, called: called.length },
          )}
        </p>
        {found ? (
          <KindChips counts={found.counts} chosen={narrowing.as} onChoose={(as) => ask({ as })} />
        ) : null}
        {wide ? null : narrow}
        {found ? (
          <Results
            key={JSON.stringify(narrowing)}
            hits={found.hits}
            words={words}
            chosen={narrowing.as}
            cycles={names?.cycles ?? []}
            members={names?.members ?? []}
            onChoose={(as) => ask({ as })}
            onFollow={leave}
          />
        ) : null}
        {query.state === "empty" && !looks ? <Before onAsk={(typed) => ask({ typed })} /> : null}
        {wide ? null : notHere}
      </search>
    </Page>
  );
}
