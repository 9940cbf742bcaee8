import { useQuery } from '@tanstack/react-query';
import { api } from '../../../client.ts';
import { Icon } from '../../../ui/index.ts';
import { FocusedHeading } from '../FocusedHeading.tsx';
import { WriteFile } from '../WriteFile.tsx';

export type LaptopLetIn = { readonly device: string; readonly name: string };

/** The laptop is on the list: what is left is the board itself, encrypted to it. */
export function LetIn({ laptop: { name } }: { readonly laptop: LaptopLetIn }) {
  const folder = useQuery(api.sync.status.queryOptions()).data?.folder ?? null;
  return (
    <article className="sync-card sync-card-good" aria-label={`${name} is let in`}>
      <FocusedHeading>
        <Icon name="check" /> The code matches: {name} is on the list
      </FocusedHeading>
      <p>
        Say on the phone that it matches. Now {name} needs the board: everything from the beginning, encrypted so that
        only the laptops of this board can read it.
      </p>
      {folder !== null && (
        <p>
          In the shared folder “{folder.name}” it is written by itself within a minute or two. A file goes where that
          folder does not reach.
        </p>
      )}
      <WriteFile
        ways={[{ all: true, label: 'Write the first file' }]}
        kind="primary"
        next={`Next it goes to ${name}, by memory stick or e-mail.`}
      />
    </article>
  );
}
