// Entry point of the Azure build; the default build leaves this file out and is served by src/Host.
