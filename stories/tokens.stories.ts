import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { tokens } from '../src/styles/tokens.js';

const meta: Meta = { title: 'Tokens', tags: ['!autodocs'] };
export default meta;

type Story = StoryObj;

/** Every public token, in the order in which they are set, with what holds where a host sets none; a build leaves out blanks. */
const published = [...tokens.cssText.matchAll(/var\((--my-sessions-[\w-]+),\s*([^;}]+)\)/g)].map(
  ([, name = '', value = '']) => ({
    name,
    value,
  }),
);

const looks = css`
  table.tokens {
    border-collapse: collapse;
    font: 14px/20px system-ui;
    overflow-wrap: anywhere;
  }

  .tokens :is(th, td) {
    padding: 8px 16px 8px 0;
    text-align: start;
  }

  .tokens .look {
    display: inline-block;
    inline-size: 48px;
    block-size: 24px;
    border: 1px solid GrayText;
    border-radius: 4px;
    forced-color-adjust: none;
  }
`;

/** A patch of a colour, as it is on a page of one colour scheme. */
function patch(value: string, scheme: 'light' | 'dark'): HTMLElement | string {
  if (!value.startsWith('light-dark(')) return value;
  const element = document.createElement('span');
  element.className = 'look';
  element.style.colorScheme = scheme;
  element.style.backgroundColor = value;
  return element;
}

/** What hosts set on any ancestor of the elements. */
export const Default: Story = {
  play: ({ canvasElement }) => {
    if (!canvasElement.querySelector('.look')) throw new Error('No colour was found in the tokens.');
  },
  render: () => html`
    <style>
      ${looks}
    </style>
    <table class="tokens">
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
          <th scope="col">Where none is set</th>
        </tr>
      </thead>
      <tbody>
        ${published.map(
          ({ name, value }) => html`
            <tr>
              <th scope="row">${name}</th>
              <td>${patch(value, 'light')}</td>
              <td>${patch(value, 'dark')}</td>
              <td>${value}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `,
};
