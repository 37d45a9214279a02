import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './page.css';

export const metadata: Metadata = { title: 'My Sessions in Next', icons: 'data:,' };

export default async function Layout({ children }: { children: ReactNode }) {
  // A nonce is of one request: pages that carry it are rendered then.
  await connection();
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
