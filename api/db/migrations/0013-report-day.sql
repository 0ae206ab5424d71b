-- A report's link may tell a day that is past ("2026-03-02"); without one it tells the day it is opened.
alter table report_link add column told_on text;
