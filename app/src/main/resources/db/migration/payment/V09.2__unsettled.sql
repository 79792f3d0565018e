CREATE INDEX payment_slow ON payment.payment (changed_at) WHERE state IN ('REQUESTED', 'CAPTURING');
CREATE INDEX refund_slow ON payment.refund (changed_at) WHERE state = 'ASKED';
