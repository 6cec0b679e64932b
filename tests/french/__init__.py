"""The French of acts: tables of cases that a jurist can extend, and properties."""
