import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../../app/Failure.tsx';
import { api } from '../../../client.ts';
import { Button, EmptyState, FilterBar, SearchField, Select, Skeleton } from '../../../ui/index.ts';
import { useThemesSearch } from '../themes-search.ts';
import { countBranches, themeBranches } from './shown-themes.ts';
import { Taxonomies } from './Taxonomies.tsx';
import { ThemeTree } from './ThemeTree.tsx';
import { NameThemeDialog } from './ThemeDialogs.tsx';

/** The taxonomy with what is filed under each theme, and the editor of it. */
export function TreeView() {
  const [search, change] = useThemesSearch();
  const [find, setFind] = useState('');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(api.themes.tree.queryOptions());
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={12} label="Loading the themes" />;
  const { taxonomies, themes } = data;
  const taxonomy = taxonomies.find(({ id }) => id === search['taxonomy']) ?? taxonomies[0];
  if (taxonomy === undefined)
    return (
      <>
        <EmptyState title="No taxonomy is set up">
          Themes belong to a taxonomy. Add one below, then its themes.
        </EmptyState>
        <Taxonomies taxonomies={taxonomies} themes={themes} />
      </>
    );
  const ofTaxonomy = themes.filter(({ taxonomyId }) => taxonomyId === taxonomy.id);
  const branches = themeBranches(themes, taxonomy.id, find);
  return (
    <>
      <FilterBar
        label="Find a theme"
        search={<SearchField label="Find a theme" value={find} onChange={setFind} />}
        count={countWords(countBranches(branches), ofTaxonomy.length)}
        tools={
          <Button size="small" icon="add" onPress={() => setAdding(true)}>
            Add a theme at the top
          </Button>
        }
      >
        {taxonomies.length > 1 && (
          <Select
            label="Taxonomy"
            hideLabel
            options={taxonomies.map(({ id, name, version }) => ({ key: id, label: name, note: version || undefined }))}
            value={taxonomy.id}
            onChange={(id) => change({ taxonomy: id }, { replace: true })}
          />
        )}
      </FilterBar>
      {ofTaxonomy.length === 0 ? (
        <EmptyState title={`${taxonomy.name} has no theme yet`}>
          Add the first one at the top; others can then stand under it.
        </EmptyState>
      ) : branches.length === 0 ? (
        <EmptyState
          title="No theme has these words"
          action={<Button onPress={() => setFind('')}>Show all themes</Button>}
        />
      ) : (
        <ThemeTree branches={branches} themes={themes} isFinding={find.trim() !== ''} />
      )}
      <Taxonomies taxonomies={taxonomies} themes={themes} />
      {isAdding && (
        <NameThemeDialog
          act={{ kind: 'add', taxonomyId: taxonomy.id, under: null }}
          themes={themes}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

const countWords = (shown: number, of: number): string => {
  const all = `${of} ${of === 1 ? 'theme' : 'themes'}`;
  return shown === of ? all : `${shown} of ${all}`;
};
