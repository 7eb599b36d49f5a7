// The parts of NCrontab, Cronos and Quartz that say when a cron expression comes true next.
using System;

namespace NCrontab
{
    public sealed class CrontabSchedule
    {
        public static CrontabSchedule Parse(string expression) => throw new NotSupportedException();

        public DateTime GetNextOccurrence(DateTime baseTime) => baseTime;
    }
}

namespace Cronos
{
    public sealed class CronExpression
    {
        public static CronExpression Parse(string expression) => throw new NotSupportedException();

        public DateTime? GetNextOccurrence(DateTime from, bool inclusive = false) => from;
    }
}
