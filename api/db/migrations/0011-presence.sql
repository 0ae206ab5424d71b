-- When the device was first seen online after it was sent a message, while the message still lived: with it, one that
-- was never shown is lost; without it, the device was off and the message ran out.
alter table delivery add column online_at text;
