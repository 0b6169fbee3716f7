"""Practising: what to ask next, how an answer is marked and explained, and what it shows."""
