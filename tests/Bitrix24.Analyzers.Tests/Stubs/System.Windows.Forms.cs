// The timer of Windows Forms, and what a designer needs around it.
using System;
using System.ComponentModel;

namespace System.Windows.Forms
{
    public class Timer : Component
    {
        public Timer()
        {
        }

        public Timer(IContainer container)
        {
        }

        public event EventHandler? Tick;

        public int Interval { get; set; }

        public bool Enabled { get; set; }

        public void Start() => Tick?.Invoke(this, EventArgs.Empty);
    }

    public class Form : Component
    {
    }
}
