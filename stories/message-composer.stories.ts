import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/message-composer/message-composer.define.js';
import type { MessageComposer } from '../src/index.js';
import { someReplies } from './scenarios/chats.js';
import { openReplies, written } from './scenarios/composing.js';
import { attachedFiles, dropFiles, refusedFiles, someRules } from './scenarios/files.js';
import { inPanel } from './scenarios/in-workspace.js';

type Args = Pick<
  MessageComposer,
  | 'label'
  | 'placeholder'
  | 'maxLength'
  | 'isFormatted'
  | 'isDisabled'
  | 'submitOn'
  | 'sendLabel'
  | 'quickReplies'
  | 'text'
  | 'files'
  | 'attached'
  | 'other'
>;

const meta: Meta<Args> = {
  title: 'message-composer',
  component: 'message-composer',
  args: {
    label: 'Message to Nora Feld',
    placeholder: 'Write to Nora Feld',
    maxLength: 320,
    isFormatted: true,
    isDisabled: false,
    submitOn: 'enter',
    quickReplies: someReplies,
    text: '',
    files: undefined,
    attached: [],
    other: undefined,
  },
  render: (args) => html`<message-composer
    .label=${args.label}
    .placeholder=${args.placeholder}
    .maxLength=${args.maxLength}
    .isFormatted=${args.isFormatted}
    .isDisabled=${args.isDisabled}
    .submitOn=${args.submitOn}
    .sendLabel=${args.sendLabel}
    .quickReplies=${args.quickReplies}
    .text=${args.text}
    .files=${args.files}
    .attached=${args.attached}
    .other=${args.other}
  ></message-composer>`,
  play: async ({ canvasElement }) => {
    await written(canvasElement);
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};

export const Formatted: Story = {
  args: {
    text: 'Your card is **blocked**. What you need:\n\n1. your *contract number*\n2. the ~~old~~ new address\n\nAll about it is [on our page](https://bank.example/cards), the reference is `LB-20418`.',
  },
};

export const PlainTextOnly: Story = { args: { isFormatted: false, text: 'No formatting on this channel.' } };

export const TooLong: Story = { args: { maxLength: 20, text: 'This is **more** than the channel takes. 👩‍👩‍👧' } };

export const NoLimit: Story = { args: { maxLength: undefined, text: 'As long as it takes.' } };

export const NothingCanBeWritten: Story = { args: { isDisabled: true, text: 'What was begun can still be copied.' } };

export const Mail: Story = {
  args: { submitOn: 'mod-enter', sendLabel: 'Reply', maxLength: undefined, quickReplies: [] },
};

export const QuickReplies: Story = { play: ({ canvasElement }) => openReplies(canvasElement) };

const withFiles = (attached: Args['attached']): Story => ({ args: { files: someRules, attached } });

export const FilesPicked: Story = withFiles(attachedFiles.picked);

export const FilesUploading: Story = withFiles(attachedFiles.uploading);

export const FilesUploaded: Story = withFiles(attachedFiles.uploaded);

export const FilesFailed: Story = withFiles(attachedFiles.failed);

export const FilesLost: Story = withFiles(attachedFiles.lost);

export const FilesOfHostileNames: Story = withFiles(attachedFiles.hostile);

export const FilesRefused: Story = {
  ...withFiles([]),
  play: ({ canvasElement }) => dropFiles(canvasElement, refusedFiles()),
};

export const TooManyFiles: Story = {
  ...withFiles(attachedFiles.uploaded),
  play: ({ canvasElement }) =>
    dropFiles(
      canvasElement,
      Array.from(
        { length: 40 },
        (_, index) => new File(['%PDF'], `page ${String(index)}.pdf`, { type: 'application/pdf' }),
      ),
    ),
};

export const FilesOfAnotherTab: Story = {
  args: { files: someRules, attached: attachedFiles.uploaded, other: 'contract 2025.pdf, terms.pdf' },
};

export const FilesInPanel: Story = { ...withFiles(attachedFiles.failed), decorators: [inPanel] };

export const FilesRightToLeft: Story = {
  ...withFiles(attachedFiles.uploading),
  decorators: [(story) => html`<div dir="rtl" lang="ar">${story()}</div>`],
};

export const RightToLeft: Story = {
  args: { label: 'رسالة', placeholder: 'اكتب رسالة', text: 'مرحبا، **رقم العقد** من فضلك؟\n\n- LB-20418' },
  decorators: [(story) => html`<div dir="rtl" lang="ar">${story()}</div>`],
};

export const InPanel: Story = { decorators: [inPanel] };
