import { expect } from '@open-wc/testing';
import { suggestionsFor } from '../../src/components/codes-tags/tag-suggestions.js';

describe('tag suggestions', () => {
  it('are none before something is typed', () => {
    expect(suggestionsFor('', ['vip'], [])).to.deep.equal([]);
    expect(suggestionsFor('  ', ['vip'], [])).to.deep.equal([]);
  });

  it('contain what was typed whatever its case, width and composition', () => {
    const suggestions = ['Müller', 'café', 'カード'];
    expect(suggestionsFor('MÜLL', suggestions, [])).to.deep.equal(['Müller']);
    expect(suggestionsFor('cafe\u0301', suggestions, [])).to.deep.equal(['café']);
    expect(suggestionsFor('ｶｰﾄﾞ', suggestions, [])).to.deep.equal(['カード']);
  });

  it('take what is typed as text and not as a pattern', () => {
    expect(suggestionsFor('.*', ['anything', 'a.*b'], [])).to.deep.equal(['a.*b']);
    expect(suggestionsFor('(a+)+$', ['a'.repeat(5000)], [])).to.deep.equal([]);
  });

  it('stop at fifty, with all that begin with it before those that contain it', () => {
    const containing = Array.from({ length: 60 }, (_, index) => `a b${String(index)}`);
    const beginning = Array.from({ length: 30 }, (_, index) => `b${String(index)}`);
    const found = suggestionsFor('b', [...containing, ...beginning], []);
    expect(found).to.have.length(50);
    expect(found.slice(0, 30)).to.deep.equal(beginning);
    expect(found.slice(30)).to.deep.equal(containing.slice(0, 20));
  });
});
