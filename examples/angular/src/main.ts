import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { Desk } from './desk';

bootstrapApplication(Desk, { providers: [provideZonelessChangeDetection()] }).catch(console.error);
